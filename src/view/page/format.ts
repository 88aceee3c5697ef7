/** Formats a duration in ms: `0.4 ms`, `412 ms`, `2.41 s`, `1 min 12 s`. */
export function formatMs(ms: number): string {
  if (ms < 1) return `${ms.toFixed(1)} ms`
  if (ms < 1_000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${(ms / 1_000).toFixed(2)} s`
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1_000)} s`
}

/** Formats a number with separators: `12,480`. */
export function formatNumber(value: number): string {
  return value.toLocaleString('en')
}

/** Formats a number with the noun it counts: `1 event`, `2 events`. */
export function formatCount(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** Formats a date of ISO 8601: `2026-11-24 08:43 UTC`. */
export function formatDate(date: string): string {
  return `${date.slice(0, 16).replace('T', ' ')} UTC`
}
