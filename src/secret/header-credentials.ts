import { isSecretParameter } from './secret-name.ts'

/**
 * The credentials in the value of a header that carries some. Only what is secret in it: `HttpOnly` of a cookie, or the
 * `content-type` that a signature covers, stand in any other text too.
 *
 * @param name the header's name
 * @param value its whole value
 */
export function credentialsIn(name: string, value: string): string[] {
  switch (name.toLowerCase()) {
    case 'set-cookie':
      return [toCookieValue(value.split(';', 1)[0] ?? '')]
    case 'cookie':
      return [value, ...value.split(';').map(toCookieValue)]
    default:
      return [value, ...inAuthorization(value)]
  }
}

function toCookieValue(pair: string): string {
  return pair
    .replace(/^[^=]*=/, '')
    .trim()
    .replace(/^"(.*)"$/, '$1')
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-11.4 */
function inAuthorization(value: string): string[] {
  const [, scheme = '', rest = ''] = /^([\w-]+)\s+(\S.*)$/.exec(value) ?? []
  if (/^[\w-]+="?[^=\s]/.test(rest)) return inParameters(rest)
  return scheme.toLowerCase() === 'basic' ? [rest, ...inBasic(rest)] : [rest]
}

function inParameters(text: string): string[] {
  return [...text.matchAll(/([\w-]+)="?([^",\s]+)/g)].flatMap(([, name = '', value = '']) =>
    isSecretParameter(name) || name.toLowerCase() === 'response' ? [value, value.split('/', 1)[0] ?? ''] : [],
  )
}

function inBasic(encoded: string): string[] {
  try {
    const pair = atob(encoded)
    return [pair, pair.slice(pair.indexOf(':') + 1)]
  } catch {
    return []
  }
}
