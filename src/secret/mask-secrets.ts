import { isJsonObject } from '../json/json-value.ts'
import { isSecretMember, isSecretParameter } from './secret-name.ts'
import { secretPatterns } from './secret-patterns.ts'

const MASK = '[secret]'

/** Copies a JSON value for display. Masks members with the name of a credential, and credentials in all strings. */
export function maskValue(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return isSecretMember(name) ? MASK : maskText(value)
  if (Array.isArray(value)) return value.map((item) => maskValue(item, name))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, maskValue(member, key)]))
}

/** Masks a URL for display: the credentials before its host, in its query, and everywhere else if they look like one. */
export function maskUrl(text: string): string {
  const anonymous = maskText(text).replace(/(?<=^[a-z]+:\/\/)[^/?#@]+@/i, `${MASK}@`)
  return anonymous.replace(/([?&])([^=&#]+)=([^&#]*)/g, (pair, start: string, name: string) =>
    isSecretParameter(name) ? `${start}${name}=${MASK}` : pair,
  )
}

function maskText(text: string): string {
  let masked = text
  for (const { pattern } of secretPatterns) masked = masked.replace(pattern, MASK)
  return masked
}
