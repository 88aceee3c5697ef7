import type { Cassette } from '../cassette.ts'
import { CassetteNotFoundError, CassetteSaveError } from '../errors/errors.ts'
import { describeStyle, takesAdditions } from '../format/go-vcr-2/block-style.ts'
import { parseCassette, parseOwnBytes } from '../format/parse-cassette.ts'
import { checkOption } from '../options/check-options.ts'
import { type Mode, modes, type Presence } from '../options/mode.ts'
import { isCi } from '../platform/environment.ts'
import { leavesProject, readCassetteFile, resolveCassettePath } from '../storage/cassette-file.ts'
import { prepareCassetteFile } from '../storage/update-cassette-file.ts'

/**
 * Where a cassette comes from: a path (relative to the working directory) or a `file:` URL, also as text, in Node; anywhere a cassette
 * that was parsed, or the text of one. A string with a line break, or that begins as JSON, is text.
 */
export type CassetteSource = string | URL | Cassette

/** A cassette that was found, or is to be recorded. */
export interface LoadedCassette {
  readonly cassette: Cassette
  readonly presence: Presence
  /** Its absolute path; undefined where it has no file. */
  readonly file?: string
  /** Its text, where it is there to be recorded anew. */
  readonly text?: string
}

/** What a cassette is that is not there and may not be recorded: an error at once, or an empty one, and the error of each request. */
export type IfMissing = 'refused' | 'empty'

/**
 * Loads a cassette, at once and whole; one that the mode does not need is not read.
 *
 * @param source see `CassetteSource`
 * @param mode what the session is to do with it
 * @param missing what becomes of one that is not there
 * @throws CassetteNotFoundError, CassetteUnreadableError, CassetteParseError, CassetteFormatError
 */
export function loadCassette(source: CassetteSource, mode: Mode, missing: IfMissing = 'refused'): LoadedCassette {
  if (typeof source === 'string' && isText(source)) return inMemory(parseCassette(source))
  if (typeof source === 'string' || source instanceof URL) return loadFile(source, mode, missing)
  const isCassette = typeof source === 'object' && source !== null && Array.isArray(source.interactions)
  checkOption(
    'source',
    isCassette,
    source,
    'a path, a file: URL, the text of a cassette, or what parseCassette returned',
  )
  return inMemory(source)
}

/**
 * Makes sure, before the network is asked, that what will be recorded can be saved.
 *
 * @throws CassetteSaveError
 */
export function prepareRecording(source: CassetteSource, { file, cassette }: LoadedCassette): void {
  if (file === undefined || !(typeof source === 'string' || source instanceof URL)) return
  if (cassette.format !== 'go-vcr-2') {
    throw new CassetteSaveError(
      file,
      `Failed to record into ${source}: it is of the format ${cassette.format}, and what is recorded is written as go-vcr-2. Convert it: ` +
        `npx msw-cassette convert ${source instanceof URL ? file : source} --to go-vcr-2 --out converted`,
    )
  }
  const bytes = cassette.interactions.length > 0 ? readCassetteFile(file) : undefined
  if (bytes && !takesAdditions(bytes)) throw new CassetteSaveError(file, describeStyle(file))
  if (leavesProject(source)) {
    throw new CassetteSaveError(
      file,
      `Failed to record the cassette ${source}: the path leads out of the working directory. If that is meant, give it as an absolute path or a URL.`,
    )
  }
  prepareCassetteFile(file)
}

function isText(source: string): boolean {
  return source.includes('\n') || /^\s*[{[]/.test(source)
}

function inMemory(cassette: Cassette): LoadedCassette {
  return { cassette, presence: 'present' }
}

function loadFile(source: string | URL, mode: Mode, missing: IfMissing): LoadedCassette {
  const file = resolveCassettePath(source)
  const path = String(source)
  const bytes = mode === 'passthrough' ? undefined : readCassetteFile(file)
  if (bytes && mode !== 'record') return { cassette: parseOwnBytes(bytes, path), presence: 'present', file }
  if (missing === 'refused' && modes[mode].absent === 'refuse') refuseMissing(file, mode)
  const cassette: Cassette = { format: bytes ? formatOf(bytes, path) : 'go-vcr-2', path, interactions: [] }
  return { cassette, presence: 'absent', file, ...(bytes ? { text: toText(bytes) } : {}) }
}

/** With its byte order mark, as it is read again when it is replaced. */
function toText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

/** What is recorded anew is not replaced by another format; what can't be read is no loss. */
function formatOf(bytes: Uint8Array<ArrayBuffer>, path: string): string {
  try {
    return parseCassette(bytes, { path }).format
  } catch {
    return 'go-vcr-2'
  }
}

function refuseMissing(file: string, mode: Mode): never {
  const why = isCi() ? `mode: ${mode}, as always in CI` : `mode: ${mode}`
  throw new CassetteNotFoundError(
    file,
    `Failed to open the cassette ${file}: there is no such file (${why}). Correct the path (a relative one starts at the ` +
      'working directory), or record it: run the test once with MSW_CASSETTE_MODE=once where the network may be asked, ' +
      'and commit the file.',
  )
}
