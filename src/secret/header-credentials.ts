import { fromBase64 } from '../bytes/base64.ts'
import { isPlaceholder, looksLikeCredential } from './looks-like-credential.ts'
import { type FoundCredentials, REDACTED } from './redacted.ts'
import { groupOf, isCredentialName } from './secret-name.ts'

/**
 * Finds the credentials in the value of a header that carries some. The harmless parts are left out, because they occur in other
 * texts too: for example `HttpOnly` in a cookie, or `content-type` in the list of signed headers.
 */
export function findHeaderCredentials(name: string, value: string): string[] {
  switch (name.toLowerCase()) {
    case 'set-cookie':
      return [toCookieValue(value.split(';', 1)[0] ?? '')]
    case 'cookie':
      return value.split(';').map(toCookieValue)
    default:
      return [value, ...findInAuthorization(value)]
  }
}

function toCookieValue(pair: string): string {
  return pair
    .replace(/^[^=]*=/, '')
    .trim()
    .replace(/^"(.*)"$/, '$1')
}

/** Replaces the tokens in a challenge. They are seldom long, but their names leave no doubt there. */
export function redactChallenge(value: string, found: FoundCredentials): string {
  return value.replace(/(\b[\w-]{1,60}=")([^"]{1,4000})(?=")/g, (all, start: string, credential: string) => {
    if (credential === REDACTED || !isCredentialName(start.slice(0, -2))) return all
    found.add(credential)
    return start + REDACTED
  })
}

/**
 * Replaces the credentials in a list of WebSocket protocols. Pages can't send other headers, so they offer a credential as a protocol:
 * `openai-insecure-api-key.sk-…`, or `bearer, eyJ…`.
 */
export function redactProtocols(value: string, found: FoundCredentials): string {
  const redacted: string[] = []
  for (const protocol of value.split(',').map((each) => each.trim())) {
    const before = redacted.at(-1) ?? ''
    const start = isCredentialName(before) ? 0 : startOfToken(protocol)
    const credential = protocol.slice(start)
    if (credential === '' || credential === REDACTED) redacted.push(protocol)
    else {
      found.add(credential)
      redacted.push(protocol.slice(0, start) + REDACTED)
    }
  }
  return redacted.join(', ')
}

/** The offset after a name that announces a credential; 0 if the whole protocol looks like one, and its length if it has no credential. */
function startOfToken(protocol: string): number {
  for (let dot = protocol.indexOf('.'); dot !== -1; dot = protocol.indexOf('.', dot + 1))
    if (isCredentialName(protocol.slice(0, dot))) return dot + 1
  return looksLikeCredential(protocol) ? 0 : protocol.length
}

/**
 * Finds the credentials in the value of `authorization`, in any scheme.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-11.4
 */
export function findInAuthorization(value: string): string[] {
  const [, scheme = '', rest = ''] = /^([\w-]+)\s+(\S.*)$/.exec(value) ?? []
  if (rest === '' || isPlaceholder(rest)) return []
  if (
    /^[\w-]+="/.test(rest) ||
    (!/^(?:bearer|token|basic|key|apikey|api-key)$/i.test(scheme) && /^[\w-]+=[^=\s]/.test(rest))
  )
    return findInParameters(rest)
  if (scheme.toLowerCase() === 'basic') return [rest, ...decodeBasic(rest)]
  // The name of an account can be before the credential: `SharedKey acme:…`.
  return [rest, ...rest.split(':').slice(1)]
}

function findInParameters(text: string): string[] {
  return [...text.matchAll(/([\w-]+)="?([^",\s]+)/g)].flatMap(([, name = '', value = '']) =>
    groupOf(name) !== 'harmless' || /^(?:response|mac)$/i.test(name) ? [value, value.split('/', 1)[0] ?? ''] : [],
  )
}

function decodeBasic(encoded: string): string[] {
  const bytes = fromBase64(encoded)
  if (!bytes) return []
  const pair = new TextDecoder().decode(bytes)
  const colon = pair.indexOf(':')
  const password = pair.slice(colon + 1)
  // Some APIs take a key as the user, without a password.
  return [pair, ...(password === '' ? [] : [password]), ...[pair.slice(0, colon)].filter(looksLikeCredential)]
}
