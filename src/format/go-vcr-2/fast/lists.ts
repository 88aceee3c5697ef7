import { bail } from './bail.ts'
import type { LineScalar } from './line-scalar.ts'
import type { Lines } from './lines.ts'
import { enterMap, readMap } from './map.ts'
import { readLineScalar } from './scalar.ts'

/**
 * Reads the value of the current line as a map of lists of texts, such as `headers` and `form`.
 *
 * @param take called for each text, with its name
 */
export function readLists(lines: Lines, take: (name: string, value: LineScalar) => void): void {
  if (isEmpty(lines, '{}')) return
  enterMap(lines)
  readMap(lines, (name) => readList(lines, (value) => take(name, value)))
}

/**
 * Reads the value of the current line as a list of scalars of one line each. The items can have the indentation of the key.
 *
 * @param take called for each scalar
 */
export function readList(lines: Lines, take: (value: LineScalar) => void): void {
  if (isEmpty(lines, '[]')) return
  const { indent } = lines
  if (lines.value !== lines.end) bail()
  lines.next()
  const { indent: own } = lines
  if (own < indent || !lines.isItem(own)) bail()
  while (!lines.isEnd && lines.isItem(own)) {
    if (lines.line.key !== undefined) bail()
    take(readLineScalar(lines))
  }
}

/** Ignores a value, which must only be valid. */
export function ignoreValue(): void {}

function isEmpty(lines: Lines, empty: '{}' | '[]'): boolean {
  if (lines.end - lines.value !== 2 || lines.valueText !== empty) return false
  lines.next()
  return true
}
