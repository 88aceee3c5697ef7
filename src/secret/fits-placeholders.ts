import { isPlaceholder, reachOf } from './looks-like-credential.ts'
import { REDACTED } from './redacted.ts'
import { groupOf } from './secret-name.ts'
import { spellingsOf } from './spellings.ts'

/**
 * Tells whether two keys are equal apart from credentials that are replaced in the recorded one. The client has its credential
 * again, and can send it in places that do not show that it is one, such as a path.
 *
 * @param recorded a key that contains a placeholder, `REDACTED`
 * @param received the key of a request
 */
export function fitsPlaceholders(recorded: string, received: string): boolean {
  const [first = '', ...others] = recorded.split(REDACTED)
  if (!received.startsWith(first)) return false
  let at = first.length
  let before = first
  for (const [index, part] of others.entries()) {
    const end = index === others.length - 1 ? received.length - part.length : received.indexOf(part, at)
    if (end < at || !received.startsWith(part, end) || !fits(received.slice(at, end), before)) return false
    at = end + part.length
    before = part
  }
  return true
}

/** The name of a parameter at the end of a key: its values are a list. */
const PARAMETER = /"([^"\\]{1,100})":\["$/

/** The client can send the placeholder that it was given in base64, too. */
const placeholders = [...spellingsOf(REDACTED).all]

/** A parameter can have any value here, because tests often use invented credentials such as `test`. */
function fits(value: string, before: string): boolean {
  if (placeholders.some((placeholder) => value.includes(placeholder))) return true
  if (/["\\\n]/.test(value)) return false
  const name = PARAMETER.exec(before.slice(-120))?.[1]
  return (name !== undefined && groupOf(name) !== 'harmless') || isPlaceholder(value) || reachOf(value) !== 'nowhere'
}
