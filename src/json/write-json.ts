/**
 * Writes a value as JSON, like `JSON.stringify`, and bigints as the integers that they are.
 *
 * @param value what a JSON or YAML parser gave
 */
export function writeJson(value: unknown): string {
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return `[${value.map((item) => writeJson(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${writeJson(member ?? null)}`)
  return `{${members.join(',')}}`
}
