/** A duration, such as `412 ms` or `12.3 s`. */
export function formatMs(ms: number): string {
  return ms < 10_000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}

/** A size, such as `812 bytes`, `1.5 kB` or `12.3 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`
  return bytes < 999_950 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** A cost in US dollars, such as `$0.0021`: with enough digits for the price of one request. */
export function formatCost(dollars: number): string {
  return `$${DIGITS.format(dollars)}`
}

const DIGITS = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3, useGrouping: false })

const MS_PER_DAY = 86_400_000

/** An age, such as `today`, `1 day` or `40 days`. */
export function formatAge(ms: number): string {
  const days = Math.floor(ms / MS_PER_DAY)
  return days < 1 ? 'today' : days === 1 ? '1 day' : `${days} days`
}
