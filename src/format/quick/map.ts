import type { HeaderPair } from '../../cassette.ts'
import { decline, type Lines } from './lines.ts'
import { readLineScalar, readScalar, type Scalar } from './scalar.ts'

/** What is done with the value of a key: `from` is where it begins on the current line, `lines.end` where there is none. */
export type ReadValue = (from: number) => void

/**
 * Reads a map in block style, and goes on to the line after it.
 *
 * @param lines on the line of its first key
 * @param readers for each key that is known what to do with its value
 * @throws where it declines: an unknown key, one that is there twice
 */
export function readMap(lines: Lines, readers: Readonly<Record<string, ReadValue>>): void {
  const { indent } = lines
  const seen = new Set<string>()
  do {
    const { key, from } = readKey(lines)
    const read = Object.hasOwn(readers, key) && !seen.has(key) ? readers[key] : undefined
    if (!read) decline()
    seen.add(key)
    read(from)
  } while (!lines.isEnd && lines.indent === indent && !lines.isItem(indent))
}

/** Enters the map that is the value of a key: it begins on the next line, further in. */
export function enterMap(lines: Lines, from: number, indent: number): void {
  if (from !== lines.end) decline()
  lines.next()
  if (lines.indent <= indent) decline()
}

/**
 * Reads a map of lists of texts, as `headers` and `form` are.
 *
 * @param from where the value of its key begins
 * @param indent of its key
 */
export function readLists(lines: Lines, from: number, indent: number): HeaderPair[] {
  if (isFlow(lines, from, '{}')) return []
  enterMap(lines, from, indent)
  const { indent: own } = lines
  const pairs: HeaderPair[] = []
  const seen = new Set<string>()
  do {
    const { key, from: value } = readKey(lines)
    if (seen.has(key)) decline()
    seen.add(key)
    for (const { text } of readList(lines, value, own)) pairs.push([key, text])
  } while (!lines.isEnd && lines.indent === own)
  return pairs
}

/** Reads a list of scalars of one line each; its items may stand as far out as its key. */
export function readList(lines: Lines, from: number, indent: number): (Scalar & { readonly text: string })[] {
  if (isFlow(lines, from, '[]')) return []
  if (from !== lines.end) decline()
  lines.next()
  const { indent: own } = lines
  if (own < indent || !lines.isItem(own)) decline()
  const items: (Scalar & { readonly text: string })[] = []
  while (!lines.isEnd && lines.isItem(own)) {
    lines.takeDash()
    items.push(readLineScalar(lines, lines.content))
  }
  return items
}

/** Reads a scalar and forgets it: it only has to be sound. */
export function skipScalar(lines: Lines, from: number, indent: number): void {
  const source = lines.text(from)
  if (/^(?:-?\d{1,15}|true|false)$/.test(source)) lines.next()
  else readScalar(lines, from, indent)
}

function readKey(lines: Lines): { key: string; from: number } {
  const { bytes, content, end } = lines
  const colon = bytes.indexOf(COLON, content)
  if (colon === -1 || colon >= end) decline()
  const key = lines.text(content, colon)
  if (!/^[A-Za-z][\w.-]*$/.test(key) || /^(?:true|false|null)$/i.test(key)) decline()
  if (colon + 1 === end) return { key, from: end }
  if (bytes[colon + 1] !== SPACE || colon + 2 === end) decline()
  return { key, from: colon + 2 }
}

function isFlow(lines: Lines, from: number, empty: '{}' | '[]'): boolean {
  if (lines.text(from) !== empty) return false
  lines.next()
  return true
}

const COLON = 0x3a
const SPACE = 0x20
