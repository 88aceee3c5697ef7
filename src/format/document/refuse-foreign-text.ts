import { CassetteFormatError, CassetteParseError } from '../../errors/errors.ts'
import { caretFrame } from './caret-frame.ts'
import { locateOffset } from './locate-offset.ts'

/**
 * Refuses files that are recognized by their text, because they are neither YAML nor JSON: the markers of a merge conflict, a
 * pointer of Git LFS, and talkback's JSON5.
 *
 * @param file its name, for messages
 * @throws CassetteParseError with the position of the first conflict marker
 * @throws CassetteFormatError
 */
export function refuseForeignText(text: string, file: string): void {
  const marker = CONFLICT.exec(text)
  if (marker) refuseConflict(text, file, marker.index)
  for (const { found, advice, pattern } of FOREIGN) {
    if (!pattern.test(text.slice(0, HEAD_LENGTH))) continue
    throw new CassetteFormatError(
      { file, line: 1, column: 1 },
      found,
      `Failed to read the cassette ${file}: it is ${found}. ${advice}`,
    )
  }
}

/** No cassette has these at the start of a line: the lines of a text are indented or escaped. */
const CONFLICT = /^(?:<{7}|>{7}|\|{7})(?: |\r?$)/m

function refuseConflict(text: string, file: string, offset: number): never {
  const place = locateOffset(text, offset)
  throw new CassetteParseError(
    { file, ...place },
    `Failed to read the cassette ${file}:${place.line}:${place.column}: it has the markers of a merge conflict. Resolve the ` +
      `conflict: keep one side, or record the cassette again.\n\n${caretFrame(text, place)}`,
  )
}

const FOREIGN = [
  {
    found: 'a pointer of Git LFS',
    advice: 'The content was not downloaded: run "git lfs pull", and check out with LFS in CI.',
    pattern: /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\//,
  },
  {
    found: 'a tape of talkback',
    advice:
      'Its requests have paths instead of URLs, and its text is JSON5. Record the exchange with this library into a new file.',
    pattern: /^(?:\s|\/\/.*\n)*\{\s*["']?meta["']?\s*:[\s\S]*?[{,]\s*["']?req["']?\s*:\s*\{/,
  },
] as const

const HEAD_LENGTH = 64 * 1024
