import { bail } from './bail.ts'
import type { Lines } from './lines.ts'

/**
 * Reads a map in block style, and goes on to the line after it.
 *
 * @param lines on the line of its first key
 * @param read reads the value of the key of the current line
 * @throws where it declines: what is no key, a key that is there twice
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

/** Enters the map that is the value of the current line's key: it begins on the next line, further in. */
export function enterMap(lines: Lines): void {
  const { indent } = lines
  if (lines.value !== lines.end) bail()
  lines.next()
  if (lines.indent <= indent || lines.line.kind === 'item') bail()
}
