import { isUuid, looksLikeCredential } from './looks-like-credential.ts'
import { groupOf, isUuidOfLikely } from './secret-name.ts'
import { stopWords } from './secret-shapes.ts'

/** Tells whether a name in a text and the value after it are a credential. Passwords are less random than keys, but their names leave no doubt. */
export function suggestsCredential(name: string, value: string): boolean {
  const group = groupOf(name)
  if (group === 'certain') return isRandom(value) || isStrongPassword(value) || isUuid(value)
  return group === 'likely' && (isRandom(value) || isUuidOfLikely(name, value))
}

/** Tells whether a value is random, and no example. */
export function isRandom(value: string): boolean {
  return looksLikeCredential(value) && isNoExample(value)
}

/** Tells whether a text has no part that only examples have. */
export function isNoExample(text: string): boolean {
  return !stopWords.test(text)
}

const CHARACTER_KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^\w.$-]/]

/** A long password can lack digits, but then it has several symbols. */
function isStrongPassword(value: string): boolean {
  const kinds = CHARACTER_KINDS.filter((kind) => kind.test(value)).length
  const symbols = value.match(/[^\w./-]/g)?.length ?? 0
  const isStrong = kinds === 4 || (kinds === 3 && value.length >= 16 && symbols >= 2 && /[a-z][A-Z]/.test(value))
  return isStrong && !/[()[\]{}]|:\/\//.test(value) && isNoExample(value)
}
