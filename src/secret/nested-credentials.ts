import { looksLikeCredential } from './looks-like-credential.ts'
import { decodeQuoted, readQuoted } from './quoted-string.ts'
import { type CredentialRule, REDACTED } from './redacted.ts'

/** An object or a list in a text, whose name is a credential's. */
interface NamedContainer {
  readonly text: string
  /** The offset of the opening bracket. */
  readonly at: number
  /** A quote of this depth, such as `\"`. */
  readonly quote: string
  readonly name: string
  readonly rule: CredentialRule
}

/** A string that is a credential. */
interface NestedCredential {
  readonly start: number
  readonly end: number
  readonly value: string
}

/** Members of credentials that are public. */
const PUBLIC = /(?:id|name|url|uri|email|type|scope|scopes|hash|digest|fingerprint|kid|at|date|version|description)$/i

/** Members that contain the credential itself. */
const VALUE = /^(?:value|values|raw|plain|plaintext|current|data|stringvalue|secretstring)$/i

/**
 * Finds the credentials in an object or a list whose name is a credential's: the items of the list, the member `value`, and all
 * strings that look like one. An object with such a name can also describe the credential, as in a JSON schema.
 *
 * @returns the end of the object or the list
 */
export function nestedCredentials({ text, at, quote, name, rule }: NamedContainer): {
  end: number
  credentials: NestedCredential[]
} {
  const credentials: NestedCredential[] = []
  let depth = 0
  let member: string | undefined
  for (let index = at; index < text.length; index++) {
    const char = text[index]
    if (char === '{' || char === '[') depth++
    else if (char === '}' || char === ']') depth--
    else if (text.startsWith(quote, index)) {
      const string = readQuoted(text, index, quote)
      if (!string) return { end: index, credentials }
      index = string.end + quote.length - 1
      const value = decodeQuoted(text.slice(string.start, string.end), quote)
      if (isFollowedByColon(text, index + 1)) member = value
      else {
        if (isNestedCredential(name, depth === 1 && text[at] === '[' ? undefined : member, value, rule)) {
          credentials.push({ start: string.start, end: string.end, value })
        }
      }
    }
    if (depth === 0) return { end: index + 1, credentials }
  }
  return { end: text.length, credentials }
}

const COLON = /\s{0,40}:/y

function isFollowedByColon(text: string, at: number): boolean {
  COLON.lastIndex = at
  return COLON.test(text)
}

function isNestedCredential(name: string, member: string | undefined, value: string, rule: CredentialRule): boolean {
  if (value === '' || value === REDACTED) return false
  if (member === undefined || VALUE.test(member)) return rule.isCredential(name, value, 'json')
  return !PUBLIC.test(member) && looksLikeCredential(value)
}
