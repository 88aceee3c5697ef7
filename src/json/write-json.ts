import { JsonNumber } from './json-number.ts'

/**
 * Serializes a value like `JSON.stringify`, and all digits of a number.
 *
 * @param value the result of a JSON or YAML parser
 */
export function writeJson(value: unknown): string {
  if (typeof value === 'bigint' || value instanceof JsonNumber) return String(value)
  if (Array.isArray(value)) return `[${value.map((item) => writeJson(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${writeJson(member ?? null)}`)
  return `{${members.join(',')}}`
}
