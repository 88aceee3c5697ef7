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

/** Returns undefined unless delimiters begin and end the text. */
function splitParts(text: string, delimiter: string): string[] | undefined {
  const lines = findDelimiterLines(text, delimiter)
  const [first] = lines
  const last = lines.find(({ closes }) => closes)
  if (first?.start !== 0 || !last || text.slice(last.end).trim() !== '') return undefined
  return lines.slice(0, lines.indexOf(last)).map(({ end }, index) => {
    const next = lines[index + 1]?.start ?? end
    return text.slice(end, text[next - 2] === '\r' ? next - 2 : next - 1)
  })
}

interface DelimiterLine {
  readonly start: number
  /** The offset of the next line. */
  readonly end: number
  readonly closes: boolean
}

function findDelimiterLines(text: string, delimiter: string): DelimiterLine[] {
  const lines: DelimiterLine[] = []
  for (let start = 0; start !== -1; start = text.indexOf(`\n${delimiter}`, start) + 1 || -1) {
    const after = start + delimiter.length
    const closes = text.startsWith('--', after)
    const end = endOfLine(text, closes ? after + 2 : after)
    if (end !== undefined) lines.push({ start, end, closes })
  }
  return lines
}

/** The offset after a line that has only blanks left; undefined if it has anything else. */
function endOfLine(text: string, from: number): number | undefined {
  const blanks = /[ \t]*(?:\r?\n|$)/y
  blanks.lastIndex = from
  return blanks.test(text) ? blanks.lastIndex : undefined
}

/** Returns undefined if no empty line separates the headers from the content, or if a line of blanks is in the headers' place. */
function toPart(piece: string): Part | undefined {
  const end = /^\r?\n|\r?\n\r?\n/.exec(piece)
  if (!end) return undefined
  const head = piece.slice(0, end.index)
  if (head !== '' && head.trim() === '') return undefined
  const headers = head === '' ? [] : head.trim().split(/\r?\n/).map(lowerName)
  const bytes = fromBinaryString(piece.slice(end.index + end[0].length))
  return { headers: headers.sort(), content: decodeUtf8(bytes) ?? bytes }
}

function lowerName(line: string): string {
  return line.replace(/^[^:]+/, (name) => name.toLowerCase())
}
