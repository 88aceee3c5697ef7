import { redactConnectionStrings } from './connection-credentials.ts'
import { looksLikeCredential, reachOf } from './looks-like-credential.ts'
import { type FoundCredentials, REDACTED } from './redacted.ts'
import { isCredential } from './secret-name.ts'
import { hasOddEscapes, spellingsOf, toEscapedPattern } from './spellings.ts'
import { TextFinder } from './text-finder.ts'
import { replaceRanges, type TextRange } from './text-ranges.ts'
import { decode, redactUrls } from './url-credentials.ts'

/** Longer lists of credentials, such as those of thousands of signed URLs, are not searched with escapes of single characters. */
const MAX_ESCAPED = 50

/**
 * The credentials that were found in known places, and that can be recognized in all other places. Words, numbers and other short
 * values are left out: they would be replaced in texts that only contain the same word.
 */
export class KnownCredentials implements FoundCredentials {
  readonly #values = new Set<string>()
  readonly #finder = new TextFinder()
  /** Spellings that are found only as whole words. */
  readonly #whole = new Set<string>()
  readonly #base64 = new Set<string>()
  readonly #escaped = new Map<string, RegExp>()

  add(value: string): void {
    const credential = value.trim()
    this.#addPlain(credential)
    // Cookies and the parts of other headers are often encoded as in a URL.
    const decoded = decode(credential)
    if (decoded !== credential) this.#addPlain(decoded)
    if (/\s/.test(credential) && reachOf(credential) !== 'anywhere') this.#addWords(credential)
  }

  /** A credential can follow a word, such as `FlyV1 fm2_…`, and a list can contain several. */
  #addWords(credential: string): void {
    for (const word of credential.slice(0, MAX_COMPOSED).split(/[\s,]+/))
      if (looksLikeCredential(word)) this.#addPlain(word)
  }

  #addPlain(credential: string): void {
    if (this.#values.has(credential)) return
    const reach = reachOf(credential)
    // A URL or a connection string is recognized with and without the credentials that it contains.
    const withoutParts = isComposed(credential) ? redactParts(credential, this) : credential
    if (withoutParts !== credential) this.#addSpelled(withoutParts, 'whole')
    if (reach !== 'nowhere') this.#addSpelled(credential, reach)
    else if (withoutParts !== credential) this.#addSpelled(credential, 'whole')
  }

  #addSpelled(credential: string, reach: 'anywhere' | 'whole'): void {
    this.#values.add(credential)
    const { all, base64 } = spellingsOf(credential)
    for (const spelling of all) {
      this.#finder.add(spelling)
      if (base64.has(spelling)) this.#base64.add(spelling)
      if (reach === 'whole') this.#whole.add(spelling)
    }
  }

  /** How many credentials were found. */
  get size(): number {
    return this.#values.size
  }

  /** Replaces the credentials in a text, in all spellings. A number in JSON becomes a string. */
  replace(text: string): string {
    return this.#values.size === 0 ? text : this.#replaceEscaped(replaceRanges(text, this.rangesIn(text)))
  }

  /** The credentials in a text, in all spellings, except those with escapes of single characters. */
  rangesIn(text: string): TextRange[] {
    const ranges: TextRange[] = []
    for (const { start, text: found } of this.#finder.findIn(text)) {
      const end = start + found.length
      if (this.#whole.has(found) && !isWhole(text, start, end)) continue
      if (this.#base64.has(found)) {
        ranges.push({ ...widenBase64(text, start, end), text: REDACTED })
        continue
      }
      ranges.push({ start, end, text: isJsonNumber(text, start, end) ? `"${REDACTED}"` : REDACTED })
    }
    return ranges
  }

  /** The credentials that a text contains, as they are written there. */
  valuesIn(text: string): string[] {
    return this.#values.size === 0 ? [] : this.rangesIn(text).map(({ start, end }) => text.slice(start, end))
  }

  #replaceEscaped(text: string): string {
    if (this.#values.size > MAX_ESCAPED || !hasOddEscapes(text)) return text
    let replaced = text
    for (const value of this.#values)
      replaced = replaced.replace(this.#escapedPattern(value), (found, start: number, whole: string) =>
        this.#whole.has(value) && !isWhole(whole, start, start + found.length) ? found : REDACTED,
      )
    return replaced
  }

  #escapedPattern(value: string): RegExp {
    const pattern = this.#escaped.get(value) ?? toEscapedPattern(value)
    this.#escaped.set(value, pattern)
    return pattern
  }
}

function isComposed(credential: string): boolean {
  return credential.length <= MAX_COMPOSED && (credential.includes('://') || credential.includes(';'))
}

const MAX_COMPOSED = 4000

function redactParts(credential: string, found: FoundCredentials): string {
  return redactUrls(redactConnectionStrings(credential, { isCredential }, found), { isCredential }, found)
}

/** The end of an escape is not a part of the word after it. */
const ESCAPE = /(?:\\[nrtbf]|(?:\\u[\da-f]{2}|\\x|%)[\da-f]{2})$/i

/** A name of a JSON member is not replaced. */
function isWhole(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 6), start)
  if (/[\w-]$/.test(before) && !ESCAPE.test(before)) return false
  return !/^(?:\w|\\*"\s{0,20}:)/.test(text.slice(end, end + 40))
}

/** The characters next to a credential in base64 encode a part of it too. */
function widenBase64(text: string, start: number, end: number): { start: number; end: number } {
  const before = /[\w+/-]/.test(text[start - 1] ?? '') ? 1 : 0
  const [after = ''] = /^[\w+/-]?(?:={0,2})/.exec(text.slice(end, end + 3)) ?? []
  return { start: start - before, end: end + after.length }
}

function isJsonNumber(text: string, start: number, end: number): boolean {
  if (!/^\d+$/.test(text.slice(start, end))) return false
  return (
    /[:[,]\s{0,20}$/.test(text.slice(Math.max(0, start - 22), start)) &&
    /^\s{0,20}[,}\]]/.test(text.slice(end, end + 22))
  )
}
