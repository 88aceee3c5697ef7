import { isJsonObject } from '../../json/json-value.ts'
import type { MapReader } from './map-reader.ts'

/** Reads a map of form fields, and encodes it as PHP does: the names of nested fields are `a[b]` and `a[0]`. */
export function readForm(message: MapReader, key: string): Uint8Array<ArrayBuffer> {
  const fields = message.map(key)
  const pairs = fields.names().flatMap((name) => toPairs(name, fields.written(name)))
  return new TextEncoder().encode(new URLSearchParams(pairs).toString())
}

function toPairs(name: string, value: unknown): [string, string][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => toPairs(`${name}[${index}]`, item))
  if (isJsonObject(value)) return Object.entries(value).flatMap(([key, item]) => toPairs(`${name}[${key}]`, item))
  // PHP leaves null out, and writes booleans as digits.
  if (value === undefined || value === null) return []
  return [[name, typeof value === 'boolean' ? String(Number(value)) : String(value)]]
}
