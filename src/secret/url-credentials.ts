import { REDACTED, type SecretSet } from './redacted.ts'

/** Whether a parameter of this name carries a credential. */
export type IsParameter = (name: string) => boolean

/** A parameter of a query or of the body of a form. */
const PAIR = /(^|&)([^=&#]+)=([^&#]+)/g

/** A parameter in any text. Go escapes `&` in JSON, and HTML writes it as an entity. */
const PARAMETER = /([?&#]|&amp;|\\u0026)([\w.%~[\]-]{1,60})=([^&#\s"'<>\\]+)/g

/** The name and the password in a URL of a website or a database. */
const USER = /(:\/\/)([^\s/@:"'<>\\]*):([^\s/@"'<>\\]+)@/g

/**
 * Replaces the fields of a form, or the parameters of a query, that carry credentials.
 *
 * @param form such as `grant_type=x&client_secret=y`
 * @param isParameter selects the parameters to replace
 * @param secrets receives the replaced values, decoded
 */
export function redactForm(form: string, isParameter: IsParameter, secrets: SecretSet): string {
  return form.replace(PAIR, (pair, start: string, name: string, value: string) => {
    if (!isParameter(decode(name))) return pair
    secrets.add(decode(value))
    return `${start}${name}=${REDACTED}`
  })
}

/**
 * Replaces the credentials in the URLs of a text: in parameters, in fragments, and before the host.
 *
 * @param text any text
 * @param isParameter selects the parameters to replace
 * @param secrets receives the replaced values, decoded
 */
export function redactUrls(text: string, isParameter: IsParameter, secrets: SecretSet): string {
  const parameters = text.includes('=') ? redactParameters(text, isParameter, secrets) : text
  return parameters.includes('@') ? redactUsers(parameters, secrets) : parameters
}

function redactParameters(text: string, isParameter: IsParameter, secrets: SecretSet): string {
  return text.replace(PARAMETER, (pair, start: string, name: string, value: string) => {
    if (!isParameter(decode(name))) return pair
    secrets.add(decode(value))
    return `${start}${name}=${REDACTED}`
  })
}

function redactUsers(text: string, secrets: SecretSet): string {
  return text.replace(USER, (_, start: string, user: string, password: string) => {
    secrets.add(decode(password))
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
