import { JsonNumber } from '../json/json-number.ts'
import { isJsonObject } from '../json/json-value.ts'
import { MASK, maskText } from './mask-url.ts'
import { groupOf, isCredential } from './secret-name.ts'

/** Copies a JSON value for display. Masks members with the name of a credential, and credentials in all strings. */
export function maskValue(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return isCredential(name, value, 'json') ? MASK : maskText(value)
  if (Array.isArray(value)) return value.map((item) => maskValue(item, name))
  if (isNumber(value)) return groupOf(name) === 'certain' ? MASK : value
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, maskValue(member, key)]))
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof JsonNumber
}
