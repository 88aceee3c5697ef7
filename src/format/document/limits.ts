import { loadYaml } from '#yaml'
import { endOfString } from '../../json/end-of-string.ts'

/** For each value JSON.parse takes up to 200 bytes. The largest of 16,936 real files has 5 MB, most of it text. */
const MAX_VALUES = 8_000_000

/** A longer file is refused at once. The longest of 14,233 real ones has 4.2 million characters. */
const MAX_LENGTH = 32 * 1024 * 1024

/** For each the parser takes some 250 bytes and 4 µs. Real files have thousands. */
const MAX_TOKENS = 4_000_000

/** For each the parser goes through the whole file. Real files have none. */
const MAX_ALIASES = 1_000

/** A file that is shorter can't have too many tokens. */
const ALWAYS_COUNTED = 1_000_000

/**
 * Tells what of a YAML file is so much that the parser would take minutes, or more memory than there is.
 *
 * @param text the file
 * @returns a sentence, undefined where there is nothing too much
 */
export function findYamlLimitViolation(text: string): string | undefined {
  if (text.length > MAX_LENGTH)
    return `it has ${text.length} characters, and a YAML file in this style may have ${MAX_LENGTH}`
  if (text.length < ALWAYS_COUNTED && !hasManyStars(text)) return undefined
  let tokens = 0
  let aliases = 0
  for (const token of new (loadYaml().Lexer)().lex(text)) {
    if (++tokens > MAX_TOKENS) return `it has more than ${MAX_TOKENS} parts, which is more than any cassette has`
    if (token.startsWith('*') && ++aliases > MAX_ALIASES)
      return `it has more than ${MAX_ALIASES} aliases, and cassettes have none`
  }
  return undefined
}

/**
 * The same of a file that begins as JSON.
 *
 * @param text the file
 * @returns a sentence, undefined where there is nothing too much
 */
export function findJsonLimitViolation(text: string): string | undefined {
  if (text.length < MAX_VALUES) return undefined
  let values = 0
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '"') at = endOfString(text, at) - 1
    else if ((char === ',' || char === '[' || char === '{') && ++values > MAX_VALUES)
      return `it has more than ${MAX_VALUES} values, which is more than any cassette has`
  }
  return undefined
}

/** Stars that may begin aliases; they may as well be part of a text. */
function hasManyStars(text: string): boolean {
  let stars = 0
  for (const _ of text.matchAll(/(?:^|[\s,[{?:-])\*/g)) if (++stars > MAX_ALIASES) return true
  return false
}
