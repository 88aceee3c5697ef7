import { loadYaml } from '#yaml'
import { endOfString } from '../../json/end-of-string.ts'
import { KeyCounter } from './key-counter.ts'

/** JSON.parse needs up to 200 bytes per value. The largest of 16,936 real files has 5 MB, most of it text. */
const MAX_VALUES = 8_000_000

/** In characters. The longest of 14,233 real files has 4.2 million. */
const MAX_LENGTH = 32 * 1024 * 1024

/** The parser needs about 250 bytes and 4 µs per token. Real files have thousands. */
const MAX_TOKENS = 1_000_000

/** A key has about 8 tokens. Real maps have dozens of keys. */
const MAX_KEYS = 10_000

/** The parser searches the whole file for each alias. Real files have none. */
const MAX_ALIASES = 1_000

/** In characters. Parsing a shorter file takes less than a second. */
const MIN_COUNTED_LENGTH = 250_000

/**
 * Finds a limit that a YAML file exceeds. The parser would take minutes for such a file, or run out of memory.
 *
 * @returns the problem, for a message; undefined if there is none
 */
export function findYamlLimitViolation(text: string): string | undefined {
  if (text.length > MAX_LENGTH)
    return `it has ${text.length} characters, and a YAML file in this style can have at most ${MAX_LENGTH}`
  if (text.length < MIN_COUNTED_LENGTH && !hasManyStars(text)) return undefined
  let tokens = 0
  let aliases = 0
  const keys = new KeyCounter()
  for (const token of new (loadYaml().Lexer)().lex(text)) {
    if (++tokens > MAX_TOKENS) return `it has more than ${MAX_TOKENS} parts, which is more than any cassette has`
    if (keys.add(token) > MAX_KEYS) return `it has a map of more than ${MAX_KEYS} keys, which no cassette has`
    if (token.startsWith('*') && ++aliases > MAX_ALIASES)
      return `it has more than ${MAX_ALIASES} aliases, and cassettes have none`
  }
  return undefined
}

/**
 * Finds a limit that a JSON file exceeds.
 *
 * @returns the problem, for a message; undefined if there is none
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

/** Counts the stars that can begin an alias. Some of them can be part of a text. */
function hasManyStars(text: string): boolean {
  let stars = 0
  for (const _ of text.matchAll(/(?:^|[\s,[{?:-])\*/g)) if (++stars > MAX_ALIASES) return true
  return false
}
