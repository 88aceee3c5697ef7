import { formatSpread } from '../report/spread.ts'
import { median } from '../run/median.ts'
import type { Amounts } from './contestant.ts'

/**
 * Compares a library with the baseline.
 *
 * @param rounds for each round, the values of the library and of the baseline
 * @returns the median ratio of each value; for `reads`, the median number
 */
export function toRow(rounds: readonly (readonly [Amounts, Amounts])[]): Record<string, number> {
  return mapRatios(rounds, (ratios, name) => Number(median(ratios).toPrecision(name === 'reads' ? 3 : 2)))
}

/** The same with the lowest and the highest ratio of all rounds. */
export function toSpreads(rounds: readonly (readonly [Amounts, Amounts])[]): Record<string, string> {
  return mapRatios(rounds, formatSpread)
}

function mapRatios<T>(
  rounds: readonly (readonly [Amounts, Amounts])[],
  map: (ratios: number[], name: string) => T,
): Record<string, T> {
  const names = Object.keys(rounds[0]?.[1] ?? {})
  return Object.fromEntries(
    names.map((name) => {
      const ratios = rounds.map(
        ([values, base]) => (values[name] ?? Number.NaN) / (name === 'reads' ? 1 : (base[name] ?? 1)),
      )
      return [name, map(ratios, name)]
    }),
  )
}
