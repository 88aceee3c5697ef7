import { REDACTED, type SecretSet } from './redacted.ts'

/** Tells whether a parameter of this name carries a credential. */
export type IsParameter = (name: string) => boolean

/** A query or the body of a form, as a whole. */
const PAIR = /(^|&)([^=&#]+)=([^&#]+)/g

/** A parameter in any text. Go writes `&` in JSON as an escape, and HTML as an entity. */
const PARAMETER = /([?&#]|&amp;|\\u0026)([\w.%~[\]-]{1,60})=([^&#\s"'<>\\]+)/g

/** The name and the password in an address, of a website or a database. */
const USER = /(:\/\/)([^\s/@:"'<>\\]*):([^\s/@"'<>\\]+)@/g

/**
 * Replaces the fields of a form, or the parameters of a query, that carry credentials.
 *
 * @param form such as `grant_type=x&client_secret=y`
 * @param isParameter which are to be replaced
 * @param found where the credentials go, decoded
 */
export function redactForm(form: string, isParameter: IsParameter, found: SecretSet): string {
  return form.replace(PAIR, (pair, start: string, name: string, value: string) => {
    if (!isParameter(decode(name))) return pair
    found.add(decode(value))
    return `${start}${name}=${REDACTED}`
  })
}

/**
 * Replaces the credentials in the addresses that stand in a text: in their parameters, their fragments, and before their host.
 *
 * @param text any text
 * @param isParameter which parameters are to be replaced
 * @param found where the credentials go, decoded
 */
export function redactUrls(text: string, isParameter: IsParameter, found: SecretSet): string {
  const parameters = text.includes('=') ? redactParameters(text, isParameter, found) : text
  return parameters.includes('@') ? redactUsers(parameters, found) : parameters
}

function redactParameters(text: string, isParameter: IsParameter, found: SecretSet): string {
  return text.replace(PARAMETER, (pair, start: string, name: string, value: string) => {
    if (!isParameter(decode(name))) return pair
    found.add(decode(value))
    return `${start}${name}=${REDACTED}`
  })
}

function redactUsers(text: string, found: SecretSet): string {
  return text.replace(USER, (_, start: string, user: string, password: string) => {
    found.add(decode(password))
    return `${start}${user && REDACTED}:${REDACTED}@`
  })
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
