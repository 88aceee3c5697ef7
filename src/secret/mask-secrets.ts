import { isSecretMember, isSecretParameter } from './secret-name.ts'
import { secretPatterns } from './secret-patterns.ts'

const MASK = '[secret]'

/** A copy of a JSON value for showing: without credentials, neither under a name that carries one, nor in any text. */
export function maskValue(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return isSecretMember(name) ? MASK : maskText(value)
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  if (Array.isArray(value)) return value.map((item) => maskValue(item, name))
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, maskValue(member, key)]))
}

/** A URL for showing: without the credentials before its host and in its query. A text that is no URL is masked as text. */
export function maskUrl(text: string): string {
  const anonymous = maskText(text).replace(/(?<=^[a-z]+:\/\/)[^/?#@]+@/i, `${MASK}@`)
  return anonymous.replace(/([?&])([^=&#]+)=([^&#]*)/g, (pair, start: string, name: string) =>
    isSecretParameter(name) ? `${start}${name}=${MASK}` : pair,
  )
}

function maskText(text: string): string {
  return secretPatterns.reduce((masked, { pattern }) => masked.replace(pattern, MASK), text)
}
