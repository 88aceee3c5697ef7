import { bail } from './bail.ts'
import type { Lines } from './lines.ts'

/**
 * Reads a map in block style, and moves to the line after it. It bails on a line without a key and on a repeated key.
 *
 * @param lines on the line of the first key
 * @param read reads the value of the current line's key, and moves to the line after it
 */
export function readMap(lines: Lines, read: (key: string) => void): void {
  const { indent } = lines
  const keys = new Set<string>()
  do {
    const key = lines.line.key ?? bail()
    if (keys.has(key)) bail()
    keys.add(key)
    read(key)
  } while (!lines.isEnd && lines.indent === indent && lines.line.kind !== 'item')
}

/** Moves to the first line of the map that is the value of the current line's key. */
export function enterMap(lines: Lines): void {
  const { indent } = lines
  if (lines.value !== lines.end) bail()
  lines.next()
  if (lines.indent <= indent || lines.line.kind === 'item') bail()
}
