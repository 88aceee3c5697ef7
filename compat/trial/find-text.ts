import { inspect } from 'node:util'
import type { Result } from './trial.ts'

const MISMATCH = 'No recorded interaction matches'
/** An error with more causes is not read to its end: they can be a circle. */
const MAX_CAUSES = 6

/** Finds the place of a mismatch's text in the error that the user of a client gets. */
export function findText(error: unknown): Result['text'] {
  const messages: string[] = []
  for (let each = error; each instanceof Error && messages.length < MAX_CAUSES; each = each.cause)
    messages.push(each.message)
  if (messages[0]?.includes(MISMATCH)) return 'message'
  if (messages.some((message) => message.includes(MISMATCH))) return 'cause'
  // The response of got's errors is hidden.
  const all = inspect(error, { depth: 6, maxStringLength: null, showHidden: true, getters: true })
  return all.includes(MISMATCH) ? 'field' : 'nowhere'
}
