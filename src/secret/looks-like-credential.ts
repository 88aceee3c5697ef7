import { isSeedPhrase } from './seed-phrase.ts'

/** The shortest text that looks like a credential, and how many of its characters must be in random order. */
const MIN_LENGTH = 12
const MIN_RANDOM = 10

/** Longer texts are judged by their beginning. */
const MAX_JUDGED = 512

/** Random letters and digits change their kind after at most this many characters on average; words are longer. */
const MAX_RUN = 3.5

/** URLs, addresses, dates, UUIDs and paths with a file name contain random parts, but are not credentials. */
const OTHER_MEANING =
  /^(?:[a-z][a-z\d+.-]{0,20}:\/\/|data:|urn:|arn:|(?:sha\d{1,3}|md5)[:-]|[\w.+-]{1,64}@[\w-]{1,64}\.|\d{4}-\d\d-\d\dT?[\d:.]*Z?$|\d{8}T\d{6}Z?$|0x[\da-f]{1,40}$|(?:[\w.]{1,40}[-_:])?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?:\.[a-z\d.]{1,20})?$|[.~]{1,2}\/|\/(?:home|users|usr|var|tmp|etc|opt|root|private|mnt|app|srv|run|dev|bin|lib|data|workspaces?|v\d)\/|[A-Z]:\\)|\/[\w-]{0,80}\.[a-z]{2,5}$/i

/** A folder of a path: short base64 has no such part between two slashes. */
const FOLDER = /(?:^|\/)(?=[a-z]*[aeiou])[a-z_-]{4,40}\//

/** Base64 with a character that paths do not contain. */
const BASE64 = /^(?=.*[+=])[A-Za-z\d+/]{40,}={0,2}$/

/**
 * Tells whether a text looks like a credential: one word of random letters and digits. Words, phrases, names of settings, dates,
 * URLs, paths, and numbers do not.
 */
export function looksLikeCredential(text: string): boolean {
  if (text.length < MIN_LENGTH) return false
  if (text.startsWith('-----BEGIN ')) return text.includes('PRIVATE KEY')
  const value = text.slice(0, MAX_JUDGED)
  if (/[^!-~]/.test(value) || OTHER_MEANING.test(value)) return false
  if (FOLDER.test(value) && !BASE64.test(value)) return false
  return countRandom(value) >= MIN_RANDOM || isSymbolic(value)
}

/** The shortest password of a generator that is recognized by its symbols. */
const MIN_SYMBOLIC = 16

const SYMBOLS = /[!@#$%^&*+=~?|]/g

/** Tells whether letters, digits and symbols alternate, as in the password of a generator. Queries and source code do not count. */
function isSymbolic(value: string): boolean {
  if (value.length < MIN_SYMBOLIC || /[^\w!@#$%^&*+=~?|.:-]|\w=\w*&|&&|\|\|/.test(value)) return false
  const symbols = value.match(SYMBOLS) ?? []
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(value)).length
  return kinds === 3 && new Set(symbols).size >= 3 && symbols.length >= 4 && !/[A-Za-z]{5}|[a-z]{4}/.test(value)
}

/** Counts the characters of the parts in which letters of both cases and digits alternate quickly. */
function countRandom(value: string): number {
  let random = 0
  for (const part of value.split(/[^A-Za-z\d]+/)) {
    const runs = part.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? []
    if (runs.length > 1 && part.length / runs.length < MAX_RUN && !isIdentifier(runs)) random += part.length
    else if (isMixed(part, runs.length)) random += part.length
    else if (!isIdentifier(runs) && isUnpronounceable(part)) random += part.length
  }
  return random
}

/**
 * Letters of one case and digits can contain longer runs. Hexadecimal digits and base32 have no words. A name in capital letters
 * has one or two numbers.
 */
function isMixed(part: string, runs: number): boolean {
  if (part.length < 20) return false
  if (runs >= 5 && /^(?:[\da-f]+|[\dA-F]+|[A-Z2-7]+)$/.test(part)) return true
  return (
    runs >= (part.length < 24 ? 5 : 3) &&
    /^(?:[a-z\d]+|[A-Z\d]+)$/.test(part) &&
    shareOfVowels(part.replace(/\d/g, '')) < 0.25
  )
}

/** Tells whether the runs are the words of an identifier, such as `getUserById2`, `parseTokenV2` or `XMLHttpRequest`. */
function isIdentifier(runs: readonly string[]): boolean {
  const words = runs.filter((run) => /[a-z]/i.test(run))
  const digits = runs.length - words.length
  if (words.length < 2 || digits > 2 || runs.some((run) => /^\d{5}/.test(run))) return false
  const long = words.filter((word) => WORD_OF_NAME.test(word)).length
  return (
    long >= 2 && long * 2 >= words.length && words.every((word) => WORD_OF_NAME.test(word) || SHORT_WORD.test(word))
  )
}

/** A word that can be pronounced. */
const WORD_OF_NAME = /^(?=.{3})[A-Z]?(?=[a-z]*[aeiouy])(?![a-z]*[^aeiouy]{5})[a-z]+$/

/** Acronyms, and words without a vowel. */
const SHORT_WORD = /^(?:[A-Z]{1,5}|[AEIOUaeiou][a-z]|[A-Za-z][aeiouy]|Http|Https|Html|Css|Jwt|Sql|http|html)$/

/** A long part with few vowels. */
function isUnpronounceable(part: string): boolean {
  if (part.length < 16 || part.length > 64 || !/^[A-Za-z]+$/.test(part)) return false
  return shareOfVowels(part) < 0.25
}

function shareOfVowels(letters: string): number {
  return (letters.match(/[aeiou]/gi)?.length ?? 0) / letters.length
}

/** A replacement that a person or another tool put in the place of a credential. */
const PLACEHOLDER =
  /^(?:(?:bearer|basic|token) +)?(?:[<[({*_]{0,3}(?:redacted|filtered|removed|hidden|masked|censored|scrubbed|sanitized|dummy|placeholder|secret|your[-_ ][\w -]{1,60})[>\])}*_]{0,3}|<[\w .-]{1,60}>|\[[\w .-]{1,60}\]|\{\{[\w .-]{1,60}\}\}|\$\{?\w{1,60}\}?|%\w{1,60}%|x{3,80}|\*{3,80}|\.{3})$/i

/** Tells whether a text is a placeholder for a credential, such as `<REDACTED>`, `${TOKEN}`, `your-api-key` or `***`. */
export function isPlaceholder(text: string): boolean {
  // A password can begin with a dollar sign.
  return text.length <= 120 && PLACEHOLDER.test(text.trim()) && !/^\$(?![A-Z][A-Z\d_]*$|\{)/.test(text)
}

/** A word that stands for a value in a schema or in a validation message. */
const WORD = /^(?:string|text|required|optional|invalid|missing|incorrect|null|none|true|false|boolean|object)$/i

/** A sentence that begins with a capital letter. A passphrase has only lower-case words. */
const SENTENCE = /^\p{Lu}[\p{L}'’"]*(?:,? [\p{L}\d'’"]+){2,}[.!:]?$/u

/** Words that hardly any credential contains. */
const WORD_OF_SENTENCE =
  /(?:^| )(?:is|are|was|must|can't|cannot|should|may|has|have|not|too|the|a|an|please|enter|your|does|contain|invalid|required|minimum|characters)(?:[ .,!:]|$)/i

/** Tells whether a text describes a credential instead of being one: `must be at least 8 characters`, `string`, `required`. */
export function isDescription(text: string): boolean {
  if (WORD.test(text)) return true
  if (text.length > 1000 || !text.includes(' ') || isSeedPhrase(text)) return false
  return SENTENCE.test(text) || WORD_OF_SENTENCE.test(text)
}

/** A few words without digits, such as the text of a label. */
const LABEL = /^[\p{L}]+(?: [\p{L}]+){0,3} ?[?:*…]?$/u

/** Tells whether a text is the label of a field: `Password` under `password`, or `Confirm password` under `password_confirmation`. */
export function isLabel(name: string, text: string): boolean {
  if (text.length > 60 || !LABEL.test(text)) return false
  const words: readonly string[] = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const last = /[A-Z]?[a-z]+$/.exec(name.replace(/[^A-Za-z]+$/, ''))?.[0].toLowerCase() ?? name.toLowerCase()
  return words.includes(last)
}

/**
 * Tells whether a value that was found in the place of a credential can be recognized elsewhere. `anywhere`: it is random and long
 * enough. `whole`: only as a whole word. `nowhere`: it is a word, a number, a placeholder, or short.
 */
export function reachOf(value: string): 'anywhere' | 'whole' | 'nowhere' {
  if (value.length < 8 || isPlaceholder(value) || isDescription(value)) return 'nowhere'
  if (looksLikeCredential(value)) return value.replace(/[^A-Za-z\d]/g, '').length >= 16 ? 'anywhere' : 'whole'
  return isUuid(value) || isRareText(value) ? 'whole' : 'nowhere'
}

/** Tells whether a text is a UUID: an id, or the token of a session. */
export function isUuid(text: string): boolean {
  return /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text)
}

/** Tells whether a text that is not random hardly occurs in other texts by chance. */
function isRareText(value: string): boolean {
  if (/^\d+$/.test(value)) return value.length >= 16
  if (/\s/.test(value)) return value.length >= 20 && value.split(/\s+/).length >= 4
  if (OTHER_MEANING.test(value)) return false
  const isMixed = /\d/.test(value) && /[A-Za-z]/.test(value)
  const isPhrase = value.length >= 16 && /[^A-Za-z]/.test(value)
  return isMixed || isPhrase || /[^\w\s./:;,-]/.test(value)
}
