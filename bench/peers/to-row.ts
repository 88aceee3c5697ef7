import { median } from '../run/median.ts'
import type { Amounts } from './contestant.ts'

/**
 * Compares a library with the baseline.
 *
 * @param rounds for each round, the values of the library and of the baseline
 * @returns the median ratio of each value; for `reads`, the median number
 */
export function toRow(rounds: readonly (readonly [Amounts, Amounts])[]): Record<string, number> {
  const names = Object.keys(rounds[0]?.[1] ?? {})
  return Object.fromEntries(
    names.map((name) => {
      const amounts = rounds.map(
        ([values, base]) => (values[name] ?? Number.NaN) / (name === 'reads' ? 1 : (base[name] ?? 1)),
      )
      return [name, Number(median(amounts).toPrecision(name === 'reads' ? 3 : 2))]
    }),
  )
}
