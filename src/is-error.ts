/**
 * Tells whether a value is an error, of whatever realm: in Jest's sandbox `Error` is another class than the one of the
 * errors that Node throws.
 */
export function isError(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string'
}
