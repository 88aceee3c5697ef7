import type { Amounts, Contestant } from './contestant.ts'
import type { PeerName } from './peers.ts'

/** The results of all rounds. */
export interface RoundResults {
  /** For each round, the measured values of each library by its name. */
  readonly rounds: readonly Readonly<Record<string, Amounts>>[]
  /** The measurements that failed: the library, and the error message. */
  readonly failures: readonly { readonly name: PeerName; readonly message: string }[]
}

/**
 * Measures all libraries in several rounds. For each measurement it runs all libraries one after the other, and it reverses their
 * order in every second round.
 *
 * @param contestants the libraries
 * @param count the number of rounds
 */
export async function measureRounds(contestants: readonly Contestant[], count: number): Promise<RoundResults> {
  const rounds: Record<string, Amounts>[] = []
  const failures: { name: PeerName; message: string }[] = []
  while (rounds.length < count) {
    const order = rounds.length % 2 === 0 ? contestants : contestants.toReversed()
    const amounts = Object.fromEntries(order.map(({ name }) => [name, {}]))
    for (const step of contestants[0]?.measures.keys() ?? [])
      for (const { name, measures } of order) {
        const measure = measures[step]?.() ?? Promise.resolve({})
        const values = await measure.catch((error: Error) => void failures.push({ name, message: error.message }))
        Object.assign(amounts[name] ?? {}, values)
      }
    rounds.push(amounts)
  }
  return { rounds, failures }
}
