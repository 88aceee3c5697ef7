import { type PlaceScanner, REDACTED } from './redacted.ts'

/** Longer heads of a part are not read. */
const MAX_HEAD = 4096

/**
 * Replaces the fields of a multipart form that carry credentials. Text that is not multipart stays unchanged. A binary body is
 * given as a binary string.
 */
export const redactMultipart: PlaceScanner = (text, rule, found) => {
  const delimiter = /^--[^\r\n]{1,200}/.exec(text)?.[0]
  if (!delimiter) return text
  return text
    .split(delimiter)
    .map((piece) => {
      const head = /^\r?\n/.test(piece) ? /\r?\n\r?\n/.exec(piece.slice(0, MAX_HEAD)) : undefined
      if (!head) return piece
      const start = head.index + head[0].length
      const end = piece.endsWith('\r\n') ? piece.length - 2 : piece.endsWith('\n') ? piece.length - 1 : piece.length
      const name = nameOf(piece.slice(0, head.index))
      const value = piece.slice(start, Math.max(start, end))
      if (!value || value === REDACTED || !rule.isCredential(name, value, 'parameter')) return piece
      found.add(value)
      return piece.slice(0, start) + REDACTED + piece.slice(end)
    })
    .join(delimiter)
}

function nameOf(head: string): string {
  const disposition = /^content-disposition:([^\r\n]*)/im.exec(head)?.[1] ?? ''
  const [, quoted, bare = ''] = /[\s;]name=(?:"([^"]*)"|([^\s;"]+))/i.exec(disposition) ?? []
  return quoted ?? bare
}
