import { fromBinaryString, toBinaryString } from '../bytes/binary-string.ts'
import { escapeRegExp } from '../platform/escape-reg-exp.ts'
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
 * @returns the parts, or undefined if the body is not multipart
 * @see https://www.rfc-editor.org/rfc/rfc2046#section-5.1
 */
export function parseMultipart(body: Uint8Array, contentType: string): Part[] | undefined {
  const text = toBinaryString(body)
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)
  const delimiter = boundary ? `--${boundary[1] ?? boundary[2]}` : findDelimiter(text)
  if (!delimiter || !text.startsWith(delimiter)) return undefined
  const pieces = text.split(new RegExp(`(?:^|\\r?\\n)${escapeRegExp(delimiter)}(?:--)?[ \\t]*(?:\\r?\\n|$)`))
  return pieces.slice(1, -1).map(toPart)
}

/** The body's first line, if its last line is the matching closing delimiter. */
function findDelimiter(text: string): string | undefined {
  const line = /^--[^\r\n]+/.exec(text)?.[0].trimEnd()
  return line && text.trimEnd().endsWith(`${line}--`) ? line : undefined
}

function toPart(piece: string): Part {
  const [, head = '', content = ''] = /^((?:[^\r\n]+\r?\n)*)\r?\n?(.*)$/s.exec(piece) ?? []
  const headers = head
    .trim()
    .split(/\r?\n/)
    .map((line) => line.replace(/^[^:]+/, (name) => name.toLowerCase()))
  const bytes = fromBinaryString(content)
  return { headers: headers.sort(), content: decodeUtf8(bytes) ?? bytes }
}
