import { inspect } from 'node:util'
import type { Result } from './trial.ts'

/** The text of a mismatch, or the reason of a close. */
const MISMATCH = /No recorded interaction matches|msw-cassette: client frame/
/** An error with more causes is not read to its end: they can be a circle. */
const MAX_CAUSES = 6

/** Finds the place of a mismatch's text in the error that the user of a client gets. */
export function findText(error: unknown): Result['text'] {
  const messages: string[] = []
  for (let each = error; each instanceof Error && messages.length < MAX_CAUSES; each = each.cause)
    messages.push(each.message)
  if (MISMATCH.test(messages[0] ?? '')) return 'message'
  if (messages.some((message) => MISMATCH.test(message))) return 'cause'
  // The response of got's errors is hidden.
  const all = inspect(error, { depth: 6, maxStringLength: null, showHidden: true, getters: true })
  return MISMATCH.test(all) ? 'field' : 'nowhere'
}
