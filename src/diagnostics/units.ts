/** A duration, such as `0.4 ms`, `412 ms`, `2.41 s` or `1 min 12 s`. */
export function formatMs(ms: number): string {
  if (ms > 0 && ms < 0.95) return `${ms.toFixed(1)} ms`
  if (ms < 999.5) return `${Math.round(ms)} ms`
  if (ms < 59_995) return `${(ms / 1_000).toFixed(2)} s`
  const seconds = Math.round(ms / 1_000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
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
