import { findCookies } from './find-cookies.ts'
import { findInLayouts } from './find-in-layouts.ts'
import { findNamed } from './find-named.ts'
import { looksLikeCredential } from './looks-like-credential.ts'
import { REDACTED } from './redacted.ts'
import { looseShapes, type SecretShape, secretShapes } from './secret-shapes.ts'
import type { ShapeFinder, ShapeMatch } from './shape-finder.ts'
import { isNoExample } from './suggests-credential.ts'

/** The finders, in their order. */
export const shapeFinders: Readonly<Record<string, ShapeFinder>> = {
  shapes: (text) => findAny(text, secretShapes, isNoExample),
  looseShapes: (text) => findAny(text, looseShapes, (match) => looksLikeCredential(match) && isNoExample(match)),
  urls: findUrls,
  names: findNamed,
  layouts: findInLayouts,
  cookies: findCookies,
}

const combined = new Map<readonly SecretShape[], RegExp>()

/** One pass for all shapes: each alone would read the text again. */
function* findAny(
  text: string,
  shapes: readonly SecretShape[],
  isCredential: (match: string) => boolean,
): Generator<ShapeMatch> {
  const known = combined.get(shapes)
  const pattern = known ?? new RegExp(`(?<![\\w-])(?:${shapes.map(([, { source }]) => source).join('|')})`, 'g')
  if (!known) combined.set(shapes, pattern)
  for (const match of text.matchAll(pattern)) {
    if (!isCredential(match[0]) || isInEncodedData(text, match.index, match[0].length)) continue
    // With its surroundings, because some shapes look around.
    const start = Math.max(0, match.index - 40)
    const around = text.slice(start, match.index + match[0].length + 1)
    const shape = shapes.find(([, { source }]) => {
      const sticky = new RegExp(source, 'y')
      sticky.lastIndex = match.index - start
      return sticky.test(around)
    })
    yield { kind: shape?.[0] ?? 'a credential', text: match[0] }
  }
}

/** Megabytes of base64 contain every short prefix. No credential is a part of a longer text of these characters. */
const ENCODED = /^[A-Za-z\d+/=_-]{300}$/

/** The same in the lines of MIME and of YAML's `!!binary`. */
const ENCODED_LINES = /^[\t ]{0,40}[A-Za-z\d+/]{0,76}(\r?\n[\t ]{0,40})(?:[A-Za-z\d+/]{60,76}\1){3}/

/** Tells whether a match is surrounded by encoded data, such as that of an image. */
function isInEncodedData(text: string, start: number, length: number): boolean {
  const end = start + length
  const isEncoded = (size: number, pattern: RegExp): boolean =>
    pattern.test(text.slice(Math.max(0, start - size), start)) || pattern.test(text.slice(end, end + size))
  return isEncoded(300, ENCODED) || isEncoded(600, ENCODED_LINES)
}

const URL_USER = /:\/\/([^\s/:?#"'<>\\`]{0,256}):([^\s/?#"'<>\\`]{1,1024})@(?=[\w[])/g

/** Addresses of databases without a scheme: of Go's MySQL driver, and of Oracle. */
const DATABASE_USER = /\b[\w.-]{1,60}[:/]([^\s/:@"'<>\\`]{4,200})@(?:(?:tcp|unix)\(|\/\/[\w.-]{1,200}[:/])/g

/** Words that stand for a password in examples. */
const EXAMPLE_PASSWORD = /^(?:pass(?:w(?:or)?d)?|pwd|secret|\.{3}|[*x]{2,20}|[\w-]{0,20}password|[$<{[%].{0,80})$/i

function* findUrls(text: string): Generator<ShapeMatch> {
  if (!text.includes('@')) return
  for (const [match, password = ''] of text.matchAll(DATABASE_USER))
    if (password !== REDACTED && !EXAMPLE_PASSWORD.test(password)) yield { kind: 'a password in a URL', text: match }
  for (const [match, user, password = ''] of text.matchAll(URL_USER)) {
    if (password === REDACTED || password === user || EXAMPLE_PASSWORD.test(password)) continue
    yield { kind: 'a password in a URL', text: match }
  }
}
