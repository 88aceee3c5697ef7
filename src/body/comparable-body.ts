import { parseJson } from '../json/parse-json.ts'
import { mediaType } from './content-type.ts'
import { decodeUtf8 } from './decode-utf8.ts'
import { parseMultipart } from './multipart.ts'

/** A request body in the form in which it is compared: what is irrelevant is gone, and the rest is JSON-like. */
export interface ComparableBody {
  readonly kind: 'empty' | 'json' | 'form' | 'multipart' | 'text' | 'bytes'
  /** A JSON value, a map of form fields, a list of parts, text, or bytes. */
  readonly value: unknown
}

/** How much of a body's notation is irrelevant: everything that its media type says, its line endings, or nothing. */
export type BodyComparison = 'json' | 'text' | 'bytes'

/**
 * Reads a body for comparison. The content decides before the content type, which many recordings dropped and
 * which `fetch` sets to text/plain by itself: a body equals itself whatever type it has.
 *
 * @param bytes the body
 * @param contentType the content-type header, empty where there is none
 * @param comparison what to see in it
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
  return isForm ? { kind: 'form', value: toPairs(text) } : undefined
}

/** Field names with their values: a set of pairs that keeps what is repeated. */
export function toPairs(query: string): Record<string, string[]> {
  const pairs: Record<string, string[]> = Object.create(null)
  if (query === '') return pairs
  for (const [name, value] of new URLSearchParams(query)) {
    const values = pairs[name] ?? []
    pairs[name] = values
    values.push(value)
  }
  for (const values of Object.values(pairs)) values.sort()
  return pairs
}

const DASH = 0x2d
