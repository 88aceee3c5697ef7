import { JsonNumber } from './json-number.ts'

/** A JSON object: not an array and not null. */
export type JsonObject = Record<string, unknown>

/** Detects a JSON object: not an array, null, a byte array or a number. */
export function isJsonObject(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array) &&
    !(value instanceof JsonNumber)
  )
}
