import { isPlaceholder, looksLikeCredential } from './looks-like-credential.ts'
import { redactMembers } from './member-credentials.ts'
import { type CredentialRule, type FoundCredentials, type PlaceScanner, REDACTED } from './redacted.ts'
import { needsSiblings } from './secret-name.ts'

/** A parameter of a query or of the body of a form. */
const PAIR = /(^|&)([^=&#]{1,200})=([^&#]+)/g

/** A parameter in any text. Go escapes `&` in JSON, and HTML writes it as an entity. */
const PARAMETER = /([?&#]|&amp;|\\u0026)([\w.~[\]%-]{1,60})(=)([^&#\s"'<>\\`,)]+)/gi

/** A parameter of a URL in a parameter of another URL, and of a URL in that one. Its value has the escapes of the next level. */
const ENCODED_PARAMETERS = [
  /(%3F|%26|%23)([\w.~[\]-]{1,60})(%3D)((?:(?!%(?:26|23|22|20|0A))[^&#\s"'<>\\`,)])+)/gi,
  /(%253F|%2526|%2523)([\w.~[\]-]{1,60})(%253D)((?:(?!%(?:25)?(?:26|23|22|20|0A))[^&#\s"'<>\\`,)])+)/gi,
] as const

/** The other parameters of the URL of an OAuth code. */
const MAX_URL = 2000

/** The name and the password in a URL of a website or a database. */
const USER = /(:\/\/)([^\s/:?#"'<>\\`]{0,256})(:(?:[^\s/?#"'<>\\`]{0,1024}|<[\w.-]{1,60}>))?@(?=[\w[$<{*])/g

/** Replaces the fields of a form, or the parameters of a query, that carry credentials: `grant_type=x&client_secret=y`. */
export const redactForm: PlaceScanner = (form, rule, found) => {
  const siblings = new Set([...form.matchAll(PAIR)].map(([, , name = '']) => decode(name)))
  return form.replace(PAIR, (pair, start: string, name: string, value: string) => {
    const decoded = decode(value)
    if (decoded === REDACTED || !rule.isCredential(decode(name), decoded, 'parameter', siblings))
      return redactJsonField({ pair, head: `${start}${name}=`, decoded }, rule, found)
    found.add(decoded)
    // In a form, a plus is a space, but many clients do not encode the plus of base64.
    if (decoded.includes('+')) found.add(decoded.replaceAll('+', ' '))
    return `${start}${name}=${REDACTED}`
  })
}

interface JsonField {
  readonly pair: string
  readonly head: string
  readonly decoded: string
}

/** Some APIs get their JSON in a field of a form. */
function redactJsonField({ pair, head, decoded }: JsonField, rule: CredentialRule, found: FoundCredentials): string {
  if (!/^[{[]/.test(decoded)) return pair
  const json = decoded.includes('+') && !decoded.includes(' ') ? decoded.replaceAll('+', ' ') : decoded
  const redacted = redactMembers(json, rule, found)
  return redacted === json ? pair : head + encodeURIComponent(redacted)
}

/** Replaces the credentials in the URLs of a text: in parameters, in fragments, and before the host. */
export const redactUrls: PlaceScanner = (text, rule, found) => {
  let redacted = text.includes('=') ? redactParameters(text, PARAMETER, rule, found) : text
  if (redacted.includes('%') && /%(?:25)?3D/i.test(redacted))
    for (const pattern of ENCODED_PARAMETERS) redacted = redactParameters(redacted, pattern, rule, found)
  return redacted.includes('@') && redacted.includes('://') ? redactUsers(redacted, found) : redacted
}

function redactParameters(text: string, pattern: RegExp, rule: CredentialRule, found: FoundCredentials): string {
  return text.replace(
    pattern,
    (pair, start: string, name: string, equals: string, value: string, at: number, whole: string) => {
      const decoded = decodeTimes(value, equals === '=' ? 1 : equals.length === 3 ? 2 : 3)
      const siblings = needsSiblings(name) ? namesAround(whole, at) : undefined
      if (decoded === REDACTED || !rule.isCredential(decode(name), decoded, 'parameter', siblings)) return pair
      found.add(decoded)
      return start + name + equals + REDACTED
    },
  )
}

function decodeTimes(text: string, times: number): string {
  return times === 0 ? text : decodeTimes(decode(text), times - 1)
}

/** The names of the parameters of the same URL. */
function namesAround(text: string, at: number): ReadonlySet<string> {
  const before = /\S*$/.exec(text.slice(Math.max(0, at - MAX_URL), at))?.[0] ?? ''
  const after = /^\S*/.exec(text.slice(at, at + MAX_URL))?.[0] ?? ''
  return new Set([...`${before}${after}`.matchAll(/[?&#]([\w.-]{1,60})=/g)].map(([, name = '']) => name))
}

function redactUsers(text: string, found: FoundCredentials): string {
  return text.replace(USER, (all, start: string, user: string, rest: string | undefined) => {
    const password = decode(rest?.slice(1) ?? '')
    if (password === REDACTED) return all
    if (!password || isPlaceholder(password)) {
      if (!looksLikeCredential(user)) return all
      found.add(decode(user))
      return `${start}${REDACTED}${rest ?? ''}@`
    }
    found.add(password)
    if (looksLikeCredential(user)) found.add(decode(user))
    return `${start}${user && REDACTED}:${REDACTED}@`
  })
}

/** Decodes a parameter; text that is not encoded stays as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
