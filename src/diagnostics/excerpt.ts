const WIDTH = 100
const LEAD = 24
const MAX_NAME = 200

/**
 * Shows two different values, each cut to about 100 characters around their first difference.
 *
 * @param recorded a JSON value, undefined for absent
 * @param received the same
 */
export function excerptOf(recorded: unknown, received: unknown): [recorded: string, received: string] {
  const [a, b] = [show(recorded), show(received)]
  let first = 0
  while (first < a.length && a[first] === b[first]) first++
  const start = Math.max(a.length, b.length) <= WIDTH ? 0 : Math.max(0, first - LEAD)
  return [cut(a, start), cut(b, start)]
}

/** Shortens a URL or a path to 200 characters, so that it fits into a line of text. */
export function shorten(text: string): string {
  return text.length <= MAX_NAME ? text : `${text.slice(0, MAX_NAME)}…`
}

function show(value: unknown): string {
  if (value === undefined) return '(absent)'
  if (value instanceof Uint8Array) return `(${value.length} bytes)`
  return (
    JSON.stringify(value, (_key, member) => (typeof member === 'bigint' ? member.toString() : member)) ?? String(value)
  )
}

function cut(text: string, start: number): string {
  const end = start + WIDTH
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`
}
