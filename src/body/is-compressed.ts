import { findHeader, type RecordedResponse } from '../cassette.ts'
import { decodeUtf8 } from './decode-utf8.ts'

/**
 * Tells whether a body is stored as it came over the wire, compressed. The header alone does not say: many recordings keep
 * it over a body that is plain.
 */
export function isCompressed({ body, headers }: Pick<RecordedResponse, 'body' | 'headers'>): boolean {
  const encoding = findHeader(headers, 'content-encoding')?.trim().toLowerCase()
  if (!encoding || encoding === 'identity') return false
  if (/^(?:x-)?gzip$/.test(encoding)) return body[0] === 0x1f && body[1] === 0x8b
  // No other encoding can be told by its first bytes, but none of them gives UTF-8.
  return decodeUtf8(body) === undefined
}
