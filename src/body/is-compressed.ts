import { findHeader, type RecordedResponse } from '../cassette.ts'
import { decodeUtf8 } from './decode-utf8.ts'
import { codingsOf, detectCoding, inflate } from './inflate.ts'

/**
 * Detects a body that is stored compressed, in its wire form. The header is not sufficient: many recordings keep it
 * although the body is stored plain.
 */
export function isCompressed({ body, headers }: Pick<RecordedResponse, 'body' | 'headers'>): boolean {
  return canBeCompressed(body, findHeader(headers, 'content-encoding') ?? '')
}

/**
 * Tells whether bytes can be the output of a content encoding.
 *
 * @param encoding a value of the header `content-encoding`
 */
export function canBeCompressed(body: Uint8Array, encoding: string): boolean {
  const [coding] = codingsOf(encoding)
  if (coding === undefined || body.length === 0) return false
  if (coding === 'gzip' || coding === 'zstd') return detectCoding(body) === coding
  // The other encodings have no signature, but their output is practically never text, except for the shortest.
  const text = decodeUtf8(body)
  return text === undefined || (looksCompressed(text) && canInflate(body, encoding))
}

/** Text with control characters other than those of terminals, or the semicolon that is Brotli's form of an empty body. */
function looksCompressed(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: text has none of them.
  return text === ';' || /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text)
}

function canInflate(body: Uint8Array, encoding: string): boolean {
  try {
    inflate(body, encoding)
    return true
  } catch {
    return false
  }
}
