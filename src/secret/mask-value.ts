import { MASK, maskText } from './mask-url.ts'
import { groupOf, isCredential } from './secret-name.ts'

/** Copies a JSON value for display. Masks members with the name of a credential, and credentials in all strings. */
export function maskValue(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return isCredential(name, value, 'json') ? MASK : maskText(value)
  if (typeof value === 'number' || typeof value === 'bigint') return groupOf(name) === 'certain' ? MASK : value
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  if (Array.isArray(value)) return value.map((item) => maskValue(item, name))
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, maskValue(member, key)]))
}
