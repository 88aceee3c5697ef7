import { toBinaryString } from '../../bytes/binary-string.ts'
import type { HeaderPair } from '../../cassette.ts'
import { isJsonObject } from '../../json/json-value.ts'
import { writeJson } from '../../json/write-json.ts'
import type { MapReader } from './map-reader.ts'

/**
 * Reads headers in any of the shapes that recorders use: a map of values or of lists, a list of pairs, a list of maps with
 * `name` and `value`, or a list that alternates names and values. Pseudo-headers of HTTP/2 (`:authority`) are skipped.
 *
 * @throws CassetteParseError if the headers have another shape, or if a name or a value is not valid in HTTP
 */
export function readLenientHeaders(reader: MapReader, key: string): HeaderPair[] {
  const value = reader.value(key)
  if (value === undefined) return []
  const pairs = isJsonObject(value) ? Object.entries(value) : Array.isArray(value) ? listPairs(value) : undefined
  if (!pairs) reader.fail(key, 'must be headers: a map, or a list of pairs')
  return pairs.flatMap(([name, values]) =>
    typeof name === 'object' ? reader.fail(key, NO_NAME) : readHeader(reader, key, String(name), values),
  )
}

const NO_NAME = 'has a header whose name is not text'

function listPairs(list: readonly unknown[]): [unknown, unknown][] | undefined {
  if (list.every(Array.isArray)) return list.map((pair) => [pair[0], pair[1]])
  if (list.every(isJsonObject)) return list.map(({ name, value }) => [name, value])
  if (list.length % 2 !== 0 || typeof list[0] === 'object') return undefined
  return list.flatMap((name, index) => (index % 2 === 0 ? [[name, list[index + 1]]] : []))
}

function readHeader(reader: MapReader, key: string, name: string, values: unknown): HeaderPair[] {
  if (name.startsWith(':')) return []
  if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) {
    reader.fail(key, `has ${JSON.stringify(name)}, with characters that no header name has`)
  }
  return (Array.isArray(values) ? values : [values]).flatMap((value) => {
    if (Array.isArray(value) || isJsonObject(value)) reader.fail(key, `has a value of ${name} that is not text`)
    const text = value instanceof Uint8Array ? toBinaryString(value) : String(value ?? '')
    // Chrome joins the values of repeated headers with line breaks.
    const parts = text.trim().split('\n')
    return parts.map((part): HeaderPair => {
      if (/[\r\0]/.test(part.trim()))
        reader.fail(key, `has a value of ${name} with a control character, which no header value has`)
      return [name, part.trim()]
    })
  })
}

/** Reads a body: text, bytes, nothing, or a tree that the recorder parsed. A tree is converted back to JSON. */
export function readLenientBody(value: unknown): Uint8Array<ArrayBuffer> {
  if (value === undefined || value === null) return new Uint8Array()
  if (value instanceof Uint8Array) return new Uint8Array(value)
  return new TextEncoder().encode(typeof value === 'string' ? value : writeJson(value))
}

/** Reads a reason phrase: text, or bytes (old versions of Ruby). Anything else is an empty phrase. */
export function readLenientReason(value: unknown): string {
  if (value instanceof Uint8Array) return toBinaryString(value).trim()
  return typeof value === 'string' ? value.trim() : ''
}

/** Reads a method in upper or lower case. Ruby symbols such as `:get` are accepted. */
export function readLenientMethod(reader: MapReader, key = 'method'): string {
  return reader.requiredText(key).replace(/^:/, '').toUpperCase()
}

/** Most writers put the status last, so a missing status reveals a file that was cut between two lines. */
export const NO_STATUS =
  'is missing, as in a file that was cut: every recorded response has a status. Restore the file, or add the status'

/** Reads a status: a number, or text that begins with one. Every writer writes a status: without it, the file may be cut. */
export function readLenientStatus(reader: MapReader, key: string): number {
  const value = reader.value(key) ?? reader.fail(key, NO_STATUS)
  const status = typeof value === 'string' && /^\d{3}\b/.test(value) ? Number(value.slice(0, 3)) : value
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599)
    reader.fail(key, `is ${writeJson(value)}, and a response that can be replayed has a status from 200 to 599`)
  return status
}
