/** A JSON object, not an array and not null. */
export type JsonObject = Record<string, unknown>

/** Tells a JSON object from the other JSON values. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
}
