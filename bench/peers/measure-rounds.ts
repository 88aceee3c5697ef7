import type { Amounts, Contestant } from './contestant.ts'
import type { PeerName } from './peers.ts'

/** What was measured: for each round and library its amounts. */
export interface Found {
  readonly rounds: readonly Readonly<Record<string, Amounts>>[]
  /** What could not be measured: the library, and what its process said. */
  readonly failures: readonly { readonly name: PeerName; readonly message: string }[]
}

/**
 * Measures all libraries by turns: those of one measure follow on one another, in the one order and then in the other.
 *
 * @param contestants whom
 * @param count how many rounds
 */
export async function measureRounds(contestants: readonly Contestant[], count: number): Promise<Found> {
  const rounds: Record<string, Amounts>[] = []
  const failures: { name: PeerName; message: string }[] = []
  while (rounds.length < count) {
    const order = rounds.length % 2 === 0 ? contestants : contestants.toReversed()
    const amounts = Object.fromEntries(order.map(({ name }) => [name, {}]))
    for (const step of contestants[0]?.measures.keys() ?? [])
      for (const { name, measures } of order) {
        const measure = measures[step]?.() ?? Promise.resolve({})
        const found = await measure.catch((error: Error) => void failures.push({ name, message: error.message }))
        Object.assign(amounts[name] ?? {}, found)
      }
    rounds.push(amounts)
  }
  return { rounds, failures }
}
