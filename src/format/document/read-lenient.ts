import { toBinaryString } from '../../bytes/binary-string.ts'
import type { HeaderPair } from '../../cassette.ts'
import { isJsonObject } from '../../json/json-value.ts'
import { writeJson } from '../../json/write-json.ts'
import { type MapReader, toHeaderText } from './map-reader.ts'
import type { Path } from './path.ts'

/**
 * Reads headers in any of the shapes that recorders use: a map of values or of lists, a list of pairs, a list of maps with
 * `name` and `value`, or a list that alternates names and values. Pseudo-headers of HTTP/2 (`:authority`) are skipped.
 *
 * @throws CassetteParseError if the headers have another shape, or if a name or a value is not valid in HTTP
 */
export function readLenientHeaders(reader: MapReader, key: string): HeaderPair[] {
  const value = reader.value(key)
  if (value === undefined) return []
  const fields = isJsonObject(value) ? mapFields(value) : Array.isArray(value) ? listFields(value) : undefined
  if (!fields) reader.fail(key, 'must be headers: a map, or a list of pairs')
  return fields.flatMap((field) => readHeader(reader, key, field))
}

interface Field {
  readonly name: unknown
  /** A value, or a list of values. */
  readonly values: unknown
  /** The path of `values` below the headers. */
  readonly path: Path
}

function mapFields(map: Readonly<Record<string, unknown>>): Field[] {
  return Object.entries(map).map(([name, values]) => ({ name, values, path: [name] }))
}

function listFields(list: readonly unknown[]): Field[] | undefined {
  if (list.every(Array.isArray))
    return list.map((pair, index) => ({ name: pair[0], values: pair[1], path: [index, 1] }))
  if (list.every(isJsonObject))
    return list.map(({ name, value }, index) => ({ name, values: value, path: [index, 'value'] }))
  if (list.length % 2 !== 0 || typeof list[0] === 'object') return undefined
  return list.flatMap((name, index) => (index % 2 === 0 ? [{ name, values: list[index + 1], path: [index + 1] }] : []))
}

function readHeader(reader: MapReader, key: string, { name: written, values, path }: Field): HeaderPair[] {
  const name = typeof written === 'string' ? written : writeJson(written)
  if (name.startsWith(':')) return []
  if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) {
    reader.fail(key, `has ${JSON.stringify(name)}, with characters that no header name has`)
  }
  return (Array.isArray(values) ? values : [values]).flatMap((value, index) => {
    const place = [...reader.path, key, ...path, ...(Array.isArray(values) ? [index] : [])]
    // Chrome joins the values of repeated headers with line breaks.
    const parts = toHeaderText(reader.document, place, value).trim().split('\n')
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
