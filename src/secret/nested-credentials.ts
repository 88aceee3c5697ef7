import { jsonTokens } from './json-tokens.ts'
import { looksLikeCredential } from './looks-like-credential.ts'
import { type CredentialRule, REDACTED } from './redacted.ts'
import { groupOf } from './secret-name.ts'

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
const PUBLIC =
  /(?:id|name|url|uri|email|type|scope|scopes|hash|digest|fingerprint|kid|at|date|version|description|prefix|suffix|hint|last4|pattern|format|title|default|examples?|length|status)$/i

/** Members that contain the credential itself. */
const VALUE = /^(?:value|values|raw|plain|plaintext|current|data|stringvalue|secretstring)$/i

/** Members for the environments and copies of a credential: `dbPassword: { live: { primary: … } }`. */
const ENVIRONMENT =
  /^(?:live|primary|secondary|prod|production|dev|development|test|testing|staging|stage|sandbox|local|default|main|master|old|new|next|previous)$/i

/** One word with more than letters: others are labels and settings. */
const PASSWORD = /^(?=.*[^A-Za-z])\S{6,}$/

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
  // The strings of a list have no name of their own.
  const items = text[at] === '[' ? 1 : 0
  let depth = 0
  let member: string | undefined
  for (const token of jsonTokens(text, at, text.length, quote)) {
    if (token.kind === 'open') depth++
    else if (token.kind === 'close' && --depth === 0) return { end: token.end, credentials }
    else if (token.kind === 'name') member = token.value
    else if (
      token.kind === 'string' &&
      isNestedCredential({ name, member: depth > items ? member : undefined, ...token }, rule)
    )
      credentials.push({ ...token.string, value: token.value })
  }
  return { end: text.length, credentials }
}

interface NestedString {
  /** The name of the container. */
  readonly name: string
  readonly member: string | undefined
  readonly value: string
}

function isNestedCredential({ name, member, value }: NestedString, rule: CredentialRule): boolean {
  if (value === '' || value === REDACTED) return false
  if (member === undefined || VALUE.test(member)) return rule.isCredential(name, value, 'json')
  if (ENVIRONMENT.test(member) && PASSWORD.test(value)) return rule.isCredential(name, value, 'json')
  if (PUBLIC.test(member)) return false
  return looksLikeCredential(value) || (groupOf(name) === 'certain' && /^(?=.*\d)[\w-]{6,40}$/.test(value))
}
