import type { HeaderPair } from '../../cassette.ts'
import { writeKey, writeText } from './yaml-text.ts'

/**
 * Groups the values of each header and sorts the headers by name.
 *
 * @returns each name, in its recorded spelling, with its values in recorded order
 */
export function groupByName(headers: readonly HeaderPair[]): [string, string[]][] {
  const groups = new Map<string, string[]>()
  for (const [name, value] of headers) groups.set(name, [...(groups.get(name) ?? []), value])
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

/**
 * Writes names with their values as a YAML mapping of lists.
 *
 * @param key the key of the mapping
 * @param lists the names with their values
 * @param indent the spaces before the key, which the caller writes
 * @param write writes a value, with the spaces before its name
 * @returns whole lines, without indentation
 */
export function writeLists(
  key: string,
  lists: readonly (readonly [string, readonly string[]])[],
  indent: string,
  write: (value: string, indent: string) => string = writeText,
): string[] {
  if (lists.length === 0) return [`${key}: {}`]
  const nested = `${indent}  `
  return [
    `${key}:`,
    ...lists.flatMap(([name, values]) => [
      ...writeKey(name).map((line) => `  ${line}`),
      ...values.map((value) => `  - ${write(value, nested)}`),
    ]),
  ]
}
