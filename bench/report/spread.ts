import { median } from '../run/median.ts'

/** Formats the median of a value, and its lowest and highest of all rounds, such as `1.05 (0.98–1.2)`. */
export function formatSpread(values: readonly number[]): string {
  const known = values.filter((value) => Number.isFinite(value))
  if (known.length === 0) return ''
  const [low, high] = [Math.min(...known), Math.max(...known)].map(formatNumber)
  return low === high ? formatNumber(median(known)) : `${formatNumber(median(known))} (${low}–${high})`
}

function formatNumber(value: number): string {
  return Number(value.toPrecision(value < 0.1 ? 1 : value < 10 ? 2 : 3)).toLocaleString('en')
}
