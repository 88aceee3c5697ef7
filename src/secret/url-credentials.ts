import { isPlaceholder, looksLikeCredential } from './looks-like-credential.ts'
import { redactMembers } from './member-credentials.ts'
import { type CredentialRule, type FoundCredentials, type PlaceScanner, REDACTED } from './redacted.ts'

/** A parameter of a query or of the body of a form. */
const PAIR = /(^|&)([^=&#]{1,200})=([^&#]+)/g

/** A parameter in any text. Go escapes `&` in JSON, and HTML writes it as an entity. */
const PARAMETER = /([?&#]|&amp;|\\u0026|%3F|%26)([\w.~[\]-]{1,60})(=|%3D)([^&#\s"'<>\\`,)]+)/gi

/** The name and the password in a URL of a website or a database. */
const USER = /(:\/\/)([^\s/@:?#"'<>\\`]{0,256})(:[^\s/?#"'<>\\`]{0,1024})?@(?=[\w[$<{*])/g

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
  const parameters = text.includes('=') || text.includes('%3') ? redactParameters(text, rule, found) : text
  return parameters.includes('@') && parameters.includes('://') ? redactUsers(parameters, found) : parameters
}

function redactParameters(text: string, rule: CredentialRule, found: FoundCredentials): string {
  return text.replace(PARAMETER, (pair, start: string, name: string, equals: string, rest: string) => {
    // Inside a parameter of another URL, the next parameter is encoded too.
    const value = equals === '=' ? rest : (/^[\s\S]*?(?=%26|%23|$)/i.exec(rest)?.[0] ?? rest)
    const decoded = decode(equals === '=' ? value : decode(value))
    if (decoded === REDACTED || !rule.isCredential(decode(name), decoded, 'parameter')) return pair
    found.add(decoded)
    return start + name + equals + REDACTED + rest.slice(value.length)
  })
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

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
