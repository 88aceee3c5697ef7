/**
 * Tells whether an error already shows a mismatch, as the errors of most SDKs do: their message contains the body of the 400, as text
 * or as JSON.
 *
 * @param errors the errors that the test runner prints
 * @param mismatch the mismatch
 */
export function showsMismatch(errors: readonly unknown[], mismatch: Error): boolean {
  const json = JSON.stringify(mismatch.message).slice(1, -1)
  return errors.some((error) => {
    const text = isMessage(error) ? error.message : ''
    return text.includes(mismatch.message) || text.includes(json)
  })
}

function isMessage(error: unknown): error is { readonly message: string } {
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'
}
