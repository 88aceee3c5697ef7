/** A JSON object: not an array and not null. */
export type JsonObject = Record<string, unknown>

/** Detects a JSON object: not an array, null or a byte array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
}
