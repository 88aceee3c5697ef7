import { CassetteParseError } from '../../errors/errors.ts'
import { caretFrame } from './caret-frame.ts'
import { locateOffset } from './locate-offset.ts'

/**
 * Refuses a text because of the characters at an offset.
 *
 * @param problem describes what is wrong and what would be right
 * @throws CassetteParseError always
 */
export function refuseAt(text: string, file: string, offset: number, problem: string, cause?: unknown): never {
  const place = locateOffset(text, offset)
  throw new CassetteParseError(
    { file, ...place },
    `Failed to read the cassette ${file}:${place.line}:${place.column}: ${problem}.\n\n${caretFrame(text, place)}`,
    { cause },
  )
}
