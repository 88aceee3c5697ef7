// Jest's sandbox and Vitest's vm pools have their own `Error`, `RegExp` and `Date` classes. Values that come from Node or from
// the main process are not instances of those, so `instanceof` is false for them.

/** Detects an error from any realm. */
export function isError(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string'
}

/** Detects a regular expression from any realm. */
export function isRegExp(value: unknown): value is RegExp {
  return Object.prototype.toString.call(value) === '[object RegExp]'
}

/** Detects a date from any realm. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]'
}

/** Detects a `Uint8Array` from any realm. A `Buffer` of Node is one. */
export function isBytes(value: unknown): value is Uint8Array<ArrayBuffer> {
  return Object.prototype.toString.call(value) === '[object Uint8Array]'
}
