import { toBinaryString } from '../bytes/binary-string.ts'

/**
 * Serializes a JSON value so that equal values have equal text: keys are sorted, each number has one spelling, and CRLF in
 * strings becomes LF. Byte arrays, which JSON does not have, are supported too.
 *
 * @param value the result of `parseJson`, or any other JSON value
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(unifyLineEndings(value))
  if (typeof value === 'number') return canonicalNumber(value)
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Uint8Array) return `bytes:${JSON.stringify(toBinaryString(value))}`
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  return `{${canonicalMembers(value)}}`
}

function canonicalMembers(value: object): string {
  let members = ''
  for (const key of Object.keys(value).sort()) {
    const member: unknown = Reflect.get(value, key)
    if (member === undefined) continue
    members += `${members && ','}${JSON.stringify(unifyLineEndings(key))}:${canonicalJson(member)}`
  }
  return members
}

function unifyLineEndings(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** Spells a number like the bigint of the same value, so that `1e23` equals `100000000000000000000000`. */
function canonicalNumber(value: number): string {
  if (value === 0) return '0'
  const [, sign, whole, fraction = '', exponent] = /^(-?)(\d)(?:\.(\d+))?e\+(\d+)$/.exec(String(value)) ?? []
  return exponent === undefined ? String(value) : sign + `${whole}${fraction}`.padEnd(Number(exponent) + 1, '0')
}
