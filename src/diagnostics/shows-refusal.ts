/**
 * Tells whether an error or one of its causes already shows a refusal, as the errors of most SDKs do: their message contains the body
 * of the 400, as text or as JSON.
 *
 * @param errors the errors that the test runner prints, with their causes
 * @param refusal a mismatch, or a request that MSW does not intercept
 */
export function showsRefusal(errors: readonly unknown[], refusal: Error): boolean {
  const json = JSON.stringify(refusal.message).slice(1, -1)
  return errors.flatMap(messagesOf).some((message) => message.includes(refusal.message) || message.includes(json))
}

/** A longer chain of causes than this has a cycle. */
const MAX_CAUSES = 20

function messagesOf(error: unknown): string[] {
  const messages: string[] = []
  for (let each = error; isMessage(each) && messages.length < MAX_CAUSES; each = each.cause) messages.push(each.message)
  return messages
}

function isMessage(error: unknown): error is { readonly message: string; readonly cause?: unknown } {
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'
}
