import { toBinaryString } from '../bytes/binary-string.ts'
import { JsonNumber, spellNumber } from './json-number.ts'
import { unifyLineEndings } from './unify-line-endings.ts'

/**
 * Serializes a JSON value so that equal values have equal text: keys are sorted, each number has one spelling, and CRLF in
 * strings becomes LF. Byte arrays, which JSON does not have, are supported too.
 *
 * @param value the result of `parseJson`, or any other JSON value
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(unifyLineEndings(value))
  if (typeof value === 'number') return value === 0 ? '0' : String(value)
  if (typeof value === 'bigint') return spellNumber(String(value)) ?? String(value)
  if (value instanceof JsonNumber) return String(value)
  if (value instanceof Uint8Array) return `bytes:${JSON.stringify(toBinaryString(value))}`
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  return `{${canonicalMembers(value)}}`
}

function canonicalMembers(value: object): string {
  const members: [name: string, member: unknown][] = []
  for (const key of Object.keys(value)) {
    const member: unknown = Reflect.get(value, key)
    if (member !== undefined) members.push([unifyLineEndings(key), member])
  }
  return members
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`)
    .join()
}
