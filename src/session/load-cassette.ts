import { decodeFile } from '../bytes/decode-file.ts'
import type { Cassette } from '../cassette.ts'
import { CassetteNotFoundError, CassetteSaveError } from '../errors/errors.ts'
import { findListEnd } from '../format/go-vcr-2/append.ts'
import { describeStyle } from '../format/go-vcr-2/describe-style.ts'
import { parseCassette, parseOwnBytes } from '../format/parse-cassette.ts'
import { checkCassette } from '../options/check-cassette.ts'
import { refuseOption } from '../options/checks.ts'
import { type Mode, modeSetting, modes } from '../options/mode.ts'
import { hasEnvironment, isCi } from '../platform/environment.ts'
import { leavesProject, readCassetteFile, resolveCassettePath, toShownPath } from '../storage/cassette-file.ts'
import { prepareCassetteFile } from '../storage/prepare-cassette-file.ts'
import {
  type CassetteSource,
  type IfMissing,
  isCassette,
  isCassetteText,
  type LoadedCassette,
  toLoadedCassette,
} from './cassette-source.ts'

/**
 * Loads a cassette, synchronously and completely. A file that the mode does not need is not read.
 *
 * @param source see `CassetteSource`
 * @param mode the session's mode
 * @param ifMissing how to handle a missing cassette
 * @throws CassetteNotFoundError, CassetteUnreadableError, CassetteParseError, CassetteFormatError, CassetteOptionError
 */
export function loadCassette(source: CassetteSource, mode: Mode, ifMissing: IfMissing): LoadedCassette {
  if (isCassetteText(source)) return toLoadedCassette(parseCassette(source))
  if (typeof source === 'string' || source instanceof URL) return loadFile(source, mode, ifMissing)
  if (isCassette(source)) {
    checkCassette(source, 'source')
    return toLoadedCassette(source)
  }
  return refuseOption('source', source, 'a path, a file: URL, the text of a cassette, or what parseCassette returned')
}

/**
 * Checks, before the first request reaches the network, that a recording can be saved.
 *
 * @throws CassetteSaveError
 */
export function prepareRecording(source: CassetteSource, { file, cassette, presence }: LoadedCassette): void {
  if (file === undefined || !(typeof source === 'string' || source instanceof URL)) return
  if (cassette.format !== 'go-vcr-2') {
    throw new CassetteSaveError(
      file,
      `Failed to record into ${source}: its format is ${cassette.format}, and recordings are written as go-vcr-2. Convert it: ` +
        `npx msw-cassette convert ${source instanceof URL ? file : source} --to go-vcr-2 --out converted`,
    )
  }
  const bytes = presence === 'found' ? readCassetteFile(file) : undefined
  if (bytes && !findListEnd(bytes)) throw new CassetteSaveError(file, describeStyle(file))
  if (leavesProject(source)) {
    throw new CassetteSaveError(
      file,
      `Failed to record the cassette ${source}: the path leads out of the working directory. If that is intended, pass an absolute path or a URL.`,
    )
  }
  prepareCassetteFile(file)
}

function loadFile(source: string | URL, mode: Mode, ifMissing: IfMissing): LoadedCassette {
  const file = resolveCassettePath(source)
  const path = toShownPath(source, file)
  const bytes = mode === 'passthrough' ? undefined : readCassetteFile(file)
  if (bytes && mode !== 'record') return { cassette: parseOwnBytes(bytes, path), presence: 'found', file }
  if (ifMissing === 'throw' && modes[mode].absent === 'refuse') refuseMissing(file, path, mode)
  const cassette: Cassette = { format: bytes ? formatOf(bytes, path) : 'go-vcr-2', path, interactions: [] }
  // The text is compared with the file again before it is replaced.
  return { cassette, presence: 'missing', file, ...(bytes ? { text: decodeFile(bytes) } : {}) }
}

/** The format of a file that is recorded again: a file of another format must not be replaced. An unreadable file is no loss. */
function formatOf(bytes: Uint8Array<ArrayBuffer>, path: string): string {
  try {
    return parseCassette(bytes, { path }).format
  } catch {
    return 'go-vcr-2'
  }
}

function refuseMissing(file: string, path: string, mode: Mode): never {
  const why = isCi() ? ', as always in CI' : hasEnvironment() ? '' : ', the default without environment variables'
  throw new CassetteNotFoundError(
    file,
    `Failed to open the cassette ${path}: there is no such file (mode: ${mode}${why}). Correct the path (a relative one starts at the ` +
      `working directory), or record it: run the test once with ${modeSetting('once')} where the network is available, ` +
      'and commit the file. Requests to this machine are recorded only if the option "hosts" names it, such as ' +
      "{ hosts: ['localhost:11434'] }.",
  )
}
