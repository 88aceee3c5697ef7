/**
 * Detects a promise that a user's function returned although it must not be asynchronous. Nobody waits for it, so that its rejection
 * would end the process: it is ignored.
 */
export function ignoreRejection(value: unknown): 'promise' | 'value' {
  if (typeof value !== 'object' || value === null || !('then' in value) || typeof value.then !== 'function')
    return 'value'
  Promise.resolve(value).catch(() => {})
  return 'promise'
}
