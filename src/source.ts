import { readCassetteFile } from '#storage'
import type { Cassette } from './cassette.ts'
import { checkOption } from './check-options.ts'
import { parseCassette } from './format/parse-cassette.ts'

/**
 * Where a cassette comes from: a path (relative to the working directory) or a `file:` URL in Node; anywhere a cassette
 * that was parsed, or the text of one. A string with a line break, or that begins as JSON, is text.
 */
export type CassetteSource = string | URL | Cassette

/**
 * Loads a cassette, at once and whole.
 *
 * @param source see `CassetteSource`
 * @param mode the mode of the session that asks, for messages
 * @throws CassetteNotFoundError, CassetteUnreadableError, CassetteParseError, CassetteFormatError
 */
export function loadCassette(source: CassetteSource, mode: string): Cassette {
  if (typeof source === 'string' && isText(source)) return parseCassette(source)
  if (typeof source === 'string' || source instanceof URL) {
    return parseCassette(readCassetteFile(source, mode), { path: String(source) })
  }
  const isCassette = typeof source === 'object' && source !== null && Array.isArray(source.interactions)
  checkOption(
    'source',
    isCassette,
    source,
    'a path, a file: URL, the text of a cassette, or what parseCassette returned',
  )
  return source
}

function isText(source: string): boolean {
  return source.includes('\n') || /^\s*[{[]/.test(source)
}
