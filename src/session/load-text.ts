import { CassetteFormatError } from '../errors/errors.ts'
import { readGoVcr2Fast } from '../format/go-vcr-2/fast/read-fast.ts'
import { refuseOption } from '../options/checks.ts'
import { noFileSystem } from '../storage/no-file-system.ts'
import {
  type CassetteSource,
  isCassette,
  isCassetteText,
  type LoadedCassette,
  toLoadedCassette,
} from './cassette-source.ts'

/**
 * Loads a cassette in a page: a parsed one, or text that this library or go-vcr wrote. It is `loadCassette` without files,
 * the YAML package and the other formats, which are most of the library's size.
 *
 * @throws CassetteUnreadableError for a path, CassetteFormatError for text in another format or style, CassetteOptionError
 */
export function loadText(source: CassetteSource): LoadedCassette {
  if (isCassette(source)) return toLoadedCassette(source)
  if (isCassetteText(source)) return toLoadedCassette(readText(source))
  if (typeof source === 'string' || source instanceof URL) throw noFileSystem(source)
  return refuseOption('source', source, 'the text of a cassette, or what parseCassette returned')
}

function readText(text: string): LoadedCassette['cassette'] {
  const cassette = readGoVcr2Fast(new TextEncoder().encode(text), '<text>')
  if (cassette) return cassette
  throw new CassetteFormatError(
    { file: '<text>', line: 1, column: 1 },
    undefined,
    'Failed to read the cassette <text>: it is not a complete go-vcr version 2 file in the style of its writers. To keep pages ' +
      'small, openCassette reads nothing else here. Parse the text first: openCassette(parseCassette(text)).',
  )
}
