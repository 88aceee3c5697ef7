import { toBinaryString } from '../bytes/binary-string.ts'

/** The spellings of a credential. */
export interface Spellings {
  readonly all: ReadonlySet<string>
  /** Those in base64, without the characters at their ends that also encode the neighbours. */
  readonly base64: ReadonlySet<string>
}

/**
 * The ways in which a credential is written in a text: plain, in JSON, in JSON in JSON, in a URL, in HTML, in XML, in base64, as
 * hexadecimal digits, and as UTF-16 in binary data.
 */
export function spellingsOf(credential: string): Spellings {
  const known = cache.get(credential)
  if (known) return known
  if (cache.size >= MAX_CACHED) cache.clear()
  const spellings = spell(credential)
  cache.set(credential, spellings)
  return spellings
}

/** Most requests of a session carry the same credential. */
const MAX_CACHED = 50
const cache = new Map<string, Spellings>()

function spell(credential: string): Spellings {
  const json = toJson(credential)
  const jsons = [json, json.replaceAll('/', '\\/')].flatMap((text) => [text, ...escapeNonAscii(text)])
  // JSON can contain half of a surrogate pair, which `encodeURIComponent` refuses.
  const percent = encodeURIComponent(credential.toWellFormed())
  const bytes = toBinaryString(new TextEncoder().encode(credential))
  const hex = [...bytes].map((char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('')
  const standard = encodeBase64(bytes)
  const base64 = new Set([...standard, ...standard.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))])
  const all = new Set([
    credential,
    bytes,
    ...jsons,
    ...jsons.map(toJson),
    percent,
    percent.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase()),
    percent.replaceAll('%20', '+'),
    encodeURIComponent(percent),
    toHtml(credential),
    toXml(credential),
    ...base64,
    hex,
    hex.toUpperCase(),
    [...credential].join('\0'),
  ])
  return { all, base64 }
}

function toJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** Python and PHP write small hexadecimal digits, .NET capital ones. */
function escapeNonAscii(json: string): string[] {
  const toDigits = (char: string): string => char.charCodeAt(0).toString(16).padStart(4, '0')
  return [
    json.replace(/[^ -~]/g, (char) => `\\u${toDigits(char)}`),
    json.replace(/[^ -~]/g, (char) => `\\u${toDigits(char).toUpperCase()}`),
  ]
}

function toHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function toXml(text: string): string {
  return toHtml(text).replaceAll("'", '&apos;')
}

/**
 * The three base64 encodings of bytes inside longer ones, which differ in the offset of the first byte in a group of three. The
 * characters at the ends are left out, because they encode bits of the neighbouring bytes too.
 */
function encodeBase64(bytes: string): string[] {
  return [0, 1, 2].map((offset) => {
    const encoded = btoa('\0'.repeat(offset) + bytes).replace(/=+$/, '')
    const shared = (offset + bytes.length) % 3 === 0 ? 0 : 1
    return encoded.slice(offset === 0 ? 0 : offset + 1, encoded.length - shared)
  })
}

/** Escapes that can stand for any character of a credential. */
const ANY_ESCAPE = /\\u00[2-7]|%[2-7][\da-f]|&#|\\x[2-7]/i

/** Whether a text has escapes of characters that need none, as `\u002d` for `-`. */
export function hasOddEscapes(text: string): boolean {
  return ANY_ESCAPE.test(text)
}

/** A pattern of a credential in which any character can be escaped, for texts with such escapes. */
export function toEscapedPattern(credential: string): RegExp {
  const source = [...credential].map((char) => {
    const code = char.codePointAt(0) ?? 0
    const hex = code.toString(16)
    const digits = (length: number): string =>
      hex.padStart(length, '0').replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
    const entity = toXml(char)
    // The escapes come first: an escaped `u` begins with a plain one, `\\u0075`.
    const escapes = [
      `\\\\{1,8}(?:u${digits(4)}|x${digits(2)})`,
      `%(?:25)?${digits(2)}`,
      `&#x0{0,2}${digits(1)};`,
      `&#0?${code};`,
      ...(entity === char ? [] : [entity]),
    ]
    return `(?:${escapes.join('|')}|\\\\{0,8}${escapeChar(char)})`
  })
  return new RegExp(source.join(''), 'g')
}

function escapeChar(char: string): string {
  return char.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&')
}
