import { anyEnding } from './any-ending.ts'
import { webKeyMembers } from './credential-names.ts'
import { nestedCredentials } from './nested-credentials.ts'
import { decodeQuoted, readQuoted } from './quoted-string.ts'
import { type CredentialRule, type FoundCredentials, type PlaceScanner, REDACTED } from './redacted.ts'
import { groupOf, needsSiblings } from './secret-name.ts'
import { replaceRanges, type TextRange } from './text-ranges.ts'

/**
 * The end of a member's name, at any depth of JSON in JSON. Most requests have thousands of members, and few of them have such a
 * name: a pattern that begins with the quote takes twice as long.
 */
const NAME_END = new RegExp(`${anyEnding}[\\w.$: -]{0,40}(\\\\{0,15})"\\s{0,40}:`, 'gi')

/** A member whose name is in another member of the same object. */
const VALUE_MEMBER = /"(?:value|val)(\\{0,15})"\s{0,40}:/gi

/** The private members of a JSON web key. */
const WEB_KEY_MEMBER = new RegExp(`"(?:${webKeyMembers.join('|')})(\\\\{0,15})"\\s{0,40}:`, 'g')

/** A name with escapes of letters. */
const ESCAPED_NAME = /"((?:\\u00[2-7][\da-f]|[\w.$-]){1,80})"\s{0,40}:/gi

const NUMBER = /-?\d[\d.eE+-]{0,400}/y

/**
 * Replaces JSON members, at any depth, whose names and values show that they carry a credential. The text can be JSON, JSON lines,
 * the data of events, or anything that contains JSON. The last string can be cut: a stream that its client left can end anywhere.
 */
export const redactMembers: PlaceScanner = (text, rule, found) => {
  if (!text.includes('"')) return text
  const ranges = new Map<number, TextRange>()
  const context = { text, rule, ranges, found, zones: [] }
  scan(NAME_END, context)
  if (text.includes('"val') || text.includes('"Val')) scan(VALUE_MEMBER, context)
  if (text.includes('"kty')) scan(WEB_KEY_MEMBER, context)
  if (text.includes('\\u00')) scan(ESCAPED_NAME, context)
  return replaceRanges(text, [...ranges.values()])
}

interface Scan {
  readonly text: string
  readonly rule: CredentialRule
  readonly found: FoundCredentials
  /** The credentials by their start, so that none is replaced twice. */
  readonly ranges: Map<number, TextRange>
  /** The ends of the objects and lists around the current place whose name is a credential's. */
  readonly zones: number[]
}

function scan(pattern: RegExp, context: Scan): void {
  const { text } = context
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const escapes = pattern === ESCAPED_NAME ? '' : (match[1] ?? '')
    const name = nameIn(match, pattern, text)
    if (groupOf(name) === 'harmless' && !needsSiblings(name)) continue
    const at = skipBlanks(text, pattern.lastIndex)
    // The value can contain other names, unless it was replaced.
    pattern.lastIndex = readValue({ at, escapes, name }, context) ?? at
  }
}

function nameIn(match: RegExpExecArray, pattern: RegExp, text: string): string {
  if (pattern === ESCAPED_NAME) return decodeQuoted(match[1] ?? '', '"')
  if (pattern === VALUE_MEMBER) return nameBeside(text, match)
  return nameBefore(text, match)
}

function nameBefore(text: string, { 0: end, 1: escapes = '', index }: RegExpExecArray): string {
  const stop = index + end.lastIndexOf(`${escapes}"`)
  return text.slice(text.lastIndexOf('"', stop - 1) + 1, stop)
}

const NAME_MEMBER =
  /"(?:name|key|header|field|param|parameter|variable)\\{0,15}"(?:\s|\\{1,8}[nrt]){0,20}:(?:\s|\\{1,8}[nrt]){0,20}\\{0,15}"([^"\\\r\n]{1,100})\\{0,15}"/i

/** The member with the name is within this many characters. */
const MAX_BESIDE = 400

/** The name of a value that is in another member of the same object, before or after the value. */
function nameBeside(text: string, { 0: member, 1: escapes = '', index }: RegExpExecArray): string {
  const before = text.slice(Math.max(0, index - MAX_BESIDE), index)
  const name = NAME_MEMBER.exec(before.slice(before.lastIndexOf('{') + 1))?.[1]
  if (name !== undefined) return name
  const quote = `${escapes}"`
  const at = skipBlanks(text, index + member.length)
  const string = text.startsWith(quote, at) ? readQuoted(text, at, quote) : undefined
  const end = string?.end ?? at
  const [after = ''] = text.slice(end, end + MAX_BESIDE).split(/[{}]/, 1)
  return NAME_MEMBER.exec(after)?.[1] ?? ''
}

/** In JSON in JSON, a line break is an escape. */
const BLANKS = /(?:\s|\\{1,8}[nrt]){0,100}/y

function skipBlanks(text: string, at: number): number {
  BLANKS.lastIndex = at
  return at + (BLANKS.exec(text)?.[0].length ?? 0)
}

interface NamedValue {
  readonly at: number
  readonly escapes: string
  readonly name: string
}

/** Returns the end of a value that is a credential. */
function readValue(value: NamedValue, context: Scan): number | undefined {
  const { at, escapes } = value
  const { text } = context
  const quote = `${escapes}"`
  if (text.startsWith(quote, at)) return readString(value, quote, context)
  if (needsSiblings(value.name) && groupOf(value.name) === 'harmless') return undefined
  if (text[at] === '{' || text[at] === '[') return void readNested(value, quote, context)
  NUMBER.lastIndex = at
  const number = NUMBER.exec(text)?.[0]
  if (number === undefined || groupOf(value.name) !== 'certain') return undefined
  keep({ start: at, end: at + number.length, text: quote + REDACTED + quote }, number, context)
  return at + number.length
}

function readString({ at, name }: NamedValue, quote: string, context: Scan): number | undefined {
  const { text, rule } = context
  const string = readQuoted(text, at, quote)
  if (!string || string.end === string.start) return undefined
  const value = decodeQuoted(text.slice(string.start, string.end), quote)
  const siblings = needsSiblings(name) ? namesAround(text, at) : undefined
  if (value === REDACTED || !rule.isCredential(name, value, 'json', siblings) || isToken(text, string.end))
    return undefined
  keep({ start: string.start, end: string.end, text: REDACTED }, value, context)
  return string.end
}

/** The other members that decide about a name are within this many characters. */
const MAX_OBJECT = 2000

/** The names of the members of the same object. */
function namesAround(text: string, at: number): ReadonlySet<string> {
  const start = Math.max(text.lastIndexOf('{', at), at - MAX_OBJECT, 0)
  const object = text.slice(start, at + MAX_OBJECT).split('}', 1)[0] ?? ''
  return new Set([...object.matchAll(/([\w.-]{1,60})\\{0,15}"\s{0,40}:/g)].map(([, name = '']) => name))
}

/** A token of a model has its probability beside it. */
function isToken(text: string, end: number): boolean {
  return /^\\{0,15}"\s{0,40},(?:\s|\\{1,8}n){0,80}\\{0,15}"(?:log_?prob|prob)/.test(text.slice(end, end + 160))
}

/** Objects in objects with a credential's name are read together, up to this depth. */
const MAX_ZONES = 4

function readNested({ at, name }: NamedValue, quote: string, context: Scan): void {
  const { text, zones, rule } = context
  while (zones.length > 0 && (zones.at(-1) ?? 0) <= at) zones.pop()
  if (zones.length >= MAX_ZONES) return
  const { end, credentials } = nestedCredentials({ text, at, quote, name, rule })
  zones.push(end)
  for (const { start, end: stop, value } of credentials) keep({ start, end: stop, text: REDACTED }, value, context)
}

function keep(range: TextRange, value: string, { ranges, found }: Scan): void {
  if (ranges.has(range.start)) return
  ranges.set(range.start, range)
  found.add(value)
}
