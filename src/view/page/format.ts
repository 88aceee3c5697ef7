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
