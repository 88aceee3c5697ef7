import { findHeader, type RecordedResponse } from '../cassette.ts'
import { decodeUtf8 } from './decode-utf8.ts'
import { isGzip } from './inflate.ts'

/**
 * Detects a body that is stored compressed, in its wire form. The header is not sufficient: many recordings keep it
 * although the body is stored plain.
 */
export function isCompressed({ body, headers }: Pick<RecordedResponse, 'body' | 'headers'>): boolean {
  const encoding = findHeader(headers, 'content-encoding')?.trim().toLowerCase()
  if (!encoding || encoding === 'identity') return false
  if (/^(?:x-)?gzip$/.test(encoding)) return isGzip(body)
  // The other encodings have no signature, but their output is practically never valid UTF-8.
  return decodeUtf8(body) === undefined
}
