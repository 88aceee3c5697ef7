import { decodeQuoted, readQuoted } from './quoted-string.ts'
import { type CredentialRule, type FoundCredentials, type PlaceScanner, REDACTED } from './redacted.ts'
import { groupOf } from './secret-name.ts'
import { replaceRanges, type TextRange } from './text-ranges.ts'

const BLANKS = '(?:\\s|\\\\{1,8}[nrt]){0,100}'

/**
 * An option with an equals sign or a variable of an environment, at the start of an item: `["--password=`, `["DB_PASSWORD=`. A
 * member can be a piece of a stream instead, with a part of the value.
 */
const SETTING = new RegExp(`[[,]${BLANKS}(\\\\{0,15})"(--?[A-Za-z][\\w.-]{0,60}|[A-Z][A-Z\\d_]{2,60})=`, 'g')

/** An option before another string: `"--password",`. A pattern that begins with the escapes takes seven times as long. */
const OPTION = new RegExp(`"(--?[A-Za-z][\\w.-]{0,60})(\\\\{0,15})"${BLANKS},${BLANKS}(?=\\2"(?!-))`, 'g')

/** The name of a pair in a list of pairs: `[["X-Api-Key",`. */
const PAIR = new RegExp(
  `(?:\\[|\\],)${BLANKS}\\[${BLANKS}(\\\\{0,15})"([\\w .-]{2,80})\\1"${BLANKS},${BLANKS}(?=\\1")`,
  'g',
)

/**
 * Replaces the credentials in the lists of JSON: options of a command, variables of an environment, and pairs of a name and a
 * value.
 */
export const redactLists: PlaceScanner = (text, rule, found) => {
  if (!text.includes('"')) return text
  const context = { text, rule, found, ranges: [] }
  if (text.includes('=')) for (const match of text.matchAll(SETTING)) readSetting(match, context)
  if (text.includes('"-'))
    for (const match of text.matchAll(OPTION)) readNext({ match, name: match[1], escapes: match[2] }, context)
  if (text.includes('['))
    for (const match of text.matchAll(PAIR)) readNext({ match, name: match[2], escapes: match[1] }, context)
  return replaceRanges(text, context.ranges)
}

interface Scan {
  readonly text: string
  readonly rule: CredentialRule
  readonly found: FoundCredentials
  readonly ranges: TextRange[]
}

type Match = RegExpExecArray

/** The value is the rest of the string that begins with the name. */
function readSetting({ 0: all, 1: escapes = '', 2: name = '', index }: Match, context: Scan): void {
  if (groupOf(name) === 'harmless') return
  const quote = `${escapes}"`
  const string = readQuoted(context.text, index + all.lastIndexOf(quote), quote)
  if (string) keep({ name, quote, start: index + all.length, end: string.end }, context)
}

interface NamedMatch {
  readonly match: Match
  readonly name: string | undefined
  readonly escapes: string | undefined
}

/** The value is the string after the match. */
function readNext({ match, name = '', escapes = '' }: NamedMatch, context: Scan): void {
  if (groupOf(name) === 'harmless') return
  const quote = `${escapes}"`
  const string = readQuoted(context.text, match.index + match[0].length, quote)
  if (string) keep({ name, quote, start: string.start, end: string.end }, context)
}

interface NamedText {
  readonly name: string
  readonly quote: string
  readonly start: number
  readonly end: number
}

function keep({ name, quote, start, end }: NamedText, { text, rule, found, ranges }: Scan): void {
  const value = decodeQuoted(text.slice(start, end), quote)
  if (value === '' || value === REDACTED || WORDS.test(value) || !rule.isCredential(name, value, 'json')) return
  found.add(value)
  ranges.push({ start, end, text: REDACTED })
}

/** A list of names can contain that of a credential, as in `[["password", "email"]]`. */
const WORDS = /^[A-Za-z]+(?:[_ ][A-Za-z]+)*$/
