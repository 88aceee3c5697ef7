import { parseJson } from '../json/parse-json.ts'
import { mediaType } from './content-type.ts'
import { decodeUtf8 } from './decode-utf8.ts'
import { parseMultipart } from './multipart.ts'
import { parseUrlEncoded } from './url-encoded.ts'

/** How a body was parsed. Bodies of different kinds are different, even if their values are equal, such as a form and its JSON. */
export type BodyKind = 'empty' | 'json' | 'form' | 'multipart' | 'text' | 'bytes'

/** A request body, parsed for comparison: irrelevant notation is removed, and the rest is JSON-like. */
export interface ComparableBody {
  readonly kind: BodyKind
  /** A JSON value, a map of form fields, a list of parts, text, or bytes. */
  readonly value: unknown
}

/** The irrelevant part of a body's notation. `json`: all notation of its media type; `text`: line endings; `bytes`: nothing. */
export type BodyComparison = 'json' | 'text' | 'bytes'

/**
 * Parses a body for comparison. The content takes precedence over the content type: many recordings lack the header, and
 * `fetch` sets it to text/plain by default. A body therefore equals itself even if its content type differs.
 *
 * @param contentType the content-type header; empty if it is absent
 * @param comparison which notation is irrelevant
 */
export function toComparableBody(bytes: Uint8Array, contentType: string, comparison: BodyComparison): ComparableBody {
  if (bytes.length === 0) return { kind: 'empty', value: null }
  if (comparison === 'bytes') return { kind: 'bytes', value: bytes }
  const parts = comparison === 'json' ? readParts(bytes, contentType) : undefined
  if (parts) return { kind: 'multipart', value: parts }
  const text = decodeUtf8(bytes)
  if (text === undefined) return { kind: 'bytes', value: bytes }
  return (comparison === 'json' ? readStructure(text, contentType) : undefined) ?? { kind: 'text', value: text }
}

function readParts(bytes: Uint8Array, contentType: string): unknown {
  const isMultipart = mediaType(contentType).startsWith('multipart/') || (bytes[0] === DASH && bytes[1] === DASH)
  return isMultipart ? parseMultipart(bytes, contentType) : undefined
}

function readStructure(text: string, contentType: string): ComparableBody | undefined {
  const value = parseJson(text)
  if (value !== undefined) return { kind: 'json', value }
  const isForm = mediaType(contentType) === 'application/x-www-form-urlencoded' || /^[\w.%+*[\]-]+=/.test(text)
  return isForm ? { kind: 'form', value: parseUrlEncoded(text) } : undefined
}

/** The kind of a value that a function of the options made from a body. */
export function kindOfValue(value: unknown): BodyKind {
  if (value === undefined || value === null) return 'empty'
  if (typeof value === 'string') return 'text'
  return value instanceof Uint8Array ? 'bytes' : 'json'
}

const DASH = 0x2d
