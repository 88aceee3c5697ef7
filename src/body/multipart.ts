import { fromBinaryString, toBinaryString } from '../bytes/binary-string.ts'
import { decodeUtf8 } from './decode-utf8.ts'

/** One part of a multipart body. */
export interface Part {
  /** The part's headers, sorted, with names in lower case. */
  readonly headers: readonly string[]
  /** Text if it is valid UTF-8, otherwise bytes. */
  readonly content: string | Uint8Array
}

/**
 * Splits a multipart body into its parts, so that two bodies with different random boundaries can be compared.
 *
 * @param contentType the request's content type; if it has no boundary, the body's first line is used
 * @returns the parts; undefined if the body is not multipart, or if it has anything besides its parts, such as a text after them
 * @see https://www.rfc-editor.org/rfc/rfc2046#section-5.1
 */
export function parseMultipart(body: Uint8Array, contentType: string): Part[] | undefined {
  const text = toBinaryString(body)
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)
  const delimiter = boundary ? `--${boundary[1] ?? boundary[2]}` : findDelimiter(text)
  const pieces = delimiter && text.startsWith(delimiter) ? splitParts(text, delimiter) : undefined
  const parts = pieces?.map(toPart)
  return parts?.every((part) => part !== undefined) ? parts : undefined
}

/** The body's first line, if its last line is the matching closing delimiter. */
function findDelimiter(text: string): string | undefined {
  const line = /^--[^\r\n]+/.exec(text)?.[0].trimEnd()
  return line && text.trimEnd().endsWith(`${line}--`) ? line : undefined
}

/** Returns undefined unless a closing delimiter ends the text. */
function splitParts(text: string, delimiter: string): string[] | undefined {
  const parts: string[] = []
  let start: number | undefined
  for (let found = 0; found !== -1; found = text.indexOf(delimiter, found + 1)) {
    if (found > 0 && text[found - 1] !== '\n') continue
    const after = found + delimiter.length
    const closes = text.startsWith('--', after)
    const next = endOfLine(text, closes ? after + 2 : after)
    if (next === undefined) continue
    if (start !== undefined) parts.push(text.slice(start, text[found - 2] === '\r' ? found - 2 : found - 1))
    if (closes) return text.slice(next).trim() === '' ? parts : undefined
    start = next
  }
  return undefined
}

/** The offset after a line that has only blanks left; undefined if it has anything else. */
function endOfLine(text: string, from: number): number | undefined {
  const blanks = /[ \t]*(?:\r?\n|$)/y
  blanks.lastIndex = from
  return blanks.test(text) ? blanks.lastIndex : undefined
}

/** Returns undefined if no empty line separates the headers from the content. */
function toPart(piece: string): Part | undefined {
  const end = /^\r?\n|\r?\n\r?\n/.exec(piece)
  if (!end) return undefined
  const head = piece.slice(0, end.index).trim()
  const headers = head === '' ? [] : head.split(/\r?\n/).map(lowerName)
  const bytes = fromBinaryString(piece.slice(end.index + end[0].length))
  return { headers: headers.sort(), content: decodeUtf8(bytes) ?? bytes }
}

function lowerName(line: string): string {
  return line.replace(/^[^:]+/, (name) => name.toLowerCase())
}
