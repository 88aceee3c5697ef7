// In the sandboxes of Jest and of Vitest's vm pools `Error`, `RegExp` and `Date` are other classes than those of the values
// that Node, or the main process, hand in: `instanceof` says no.

/** Tells whether a value is an error, of whatever realm. */
export function isError(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string'
}

/** Tells whether a value is a regular expression, of whatever realm. */
export function isRegExp(value: unknown): value is RegExp {
  return Object.prototype.toString.call(value) === '[object RegExp]'
}

/** Tells whether a value is a date, of whatever realm. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]'
}
