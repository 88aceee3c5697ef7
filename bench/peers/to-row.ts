import { median } from '../run/median.ts'
import type { Amounts } from './contestant.ts'

/**
 * Compares one library with another, round by round.
 *
 * @param rounds what was found of it, and of what it is compared with
 * @returns the median of the ratios for each measure; of the reads the number
 */
export function toRow(rounds: readonly (readonly [Amounts, Amounts])[]): Record<string, number> {
  const names = Object.keys(rounds[0]?.[1] ?? {})
  return Object.fromEntries(
    names.map((name) => {
      const amounts = rounds.map(
        ([its, base]) => (its[name] ?? Number.NaN) / (name === 'reads' ? 1 : (base[name] ?? 1)),
      )
      return [name, Number(median(amounts).toPrecision(name === 'reads' ? 3 : 2))]
    }),
  )
}
