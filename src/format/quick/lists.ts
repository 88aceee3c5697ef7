import { decline } from './decline.ts'
import type { LineScalar } from './line-scalar.ts'
import type { Lines } from './lines.ts'
import { enterMap, readMap } from './map.ts'
import { readLineScalar } from './scalar.ts'

/** Reads the value of the current line as a map of lists of texts, as `headers` and `form` are: each text with its name. */
export function readLists(lines: Lines): [name: string, value: LineScalar][] {
  if (isEmpty(lines, '{}')) return []
  enterMap(lines)
  const pairs: [string, LineScalar][] = []
  readMap(lines, (name) => {
    for (const value of readList(lines)) pairs.push([name, value])
  })
  return pairs
}

/** Reads the value of the current line as a list of scalars of one line each; they may stand as far out as its key. */
export function readList(lines: Lines): LineScalar[] {
  if (isEmpty(lines, '[]')) return []
  const { indent } = lines
  if (lines.value !== lines.end) decline()
  lines.next()
  const { indent: own } = lines
  if (own < indent || !lines.isItem(own)) decline()
  const items: LineScalar[] = []
  while (!lines.isEnd && lines.isItem(own)) {
    if (lines.line.key !== undefined) decline()
    items.push(readLineScalar(lines))
  }
  return items
}

function isEmpty(lines: Lines, empty: '{}' | '[]'): boolean {
  if (lines.end - lines.value !== 2 || lines.valueText !== empty) return false
  lines.next()
  return true
}
