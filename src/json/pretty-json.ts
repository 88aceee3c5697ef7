import { isJsonObject } from './json-value.ts'
import { writeJson } from './write-json.ts'

/**
 * Serializes a value like `JSON.stringify` with an indent of two spaces, and all digits of a number.
 *
 * @param value a JSON value. Undefined members are left out
 */
export function prettyJson(value: unknown): string {
  return write(value, '\n')
}

/** @param lineBreak the line break and the indent of the value's own line */
function write(value: unknown, lineBreak: string): string {
  const inner = `${lineBreak}  `
  if (Array.isArray(value))
    return enclose(
      ['[', ']'],
      value.map((item) => write(item, inner)),
      lineBreak,
    )
  if (!isJsonObject(value)) return writeJson(value)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return enclose(
    ['{', '}'],
    members.map(([key, member]) => `${JSON.stringify(key)}: ${write(member, inner)}`),
    lineBreak,
  )
}

function enclose([open, close]: readonly [string, string], items: readonly string[], lineBreak: string): string {
  return items.length === 0 ? open + close : `${open}${lineBreak}  ${items.join(`,${lineBreak}  `)}${lineBreak}${close}`
}
