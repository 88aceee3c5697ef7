import { decodeFile } from '../bytes/decode-file.ts'
import type { Interaction } from '../cassette.ts'
import { CassetteError, CassetteSaveError, type SecretFinding } from '../errors/errors.ts'
import { findListEnd, type ListEnd, writeAdditions } from '../format/go-vcr-2/append.ts'
import { describeStyle } from '../format/go-vcr-2/describe-style.ts'
import { replaceGoVcr2 } from '../format/go-vcr-2/replace.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { elapsedTime } from '../platform/clock.ts'
import type { KnownCredentials } from '../secret/known-credentials.ts'
import { scanSecrets, scanText } from '../secret/scan-secrets.ts'
import { GrowingFile, type WriteOutcome } from '../storage/growing-file.ts'
import { LOCK_TIMEOUT_MS, lockTimeout } from '../storage/lock-file.ts'
import { showPath } from '../storage/show-path.ts'
import type { FileEdit } from '../storage/write-version.ts'
import { refuseSecrets } from './refuse-secrets.ts'

/** The destination of recordings. */
export interface WriterOptions {
  /** The absolute path. */
  readonly file: string
  /** Strings that look like credentials but are not. */
  readonly allowSecrets: readonly RegExp[]
  /** The text that the first recording replaces. Text that another process has written in the meantime is kept. */
  readonly replaces: string | undefined
  /** The credentials that the exchanges have contained so far. */
  readonly credentials: () => KnownCredentials
}

/** A recording that is on the disk and contains a credential that a later exchange has revealed. */
export interface RevisedRecording {
  /** As it was saved. */
  readonly before: Interaction
  /** With the credential replaced. */
  readonly after: Interaction
}

/** Changes of a cassette. */
interface RecordingChanges {
  readonly added: readonly Interaction[]
  readonly revised: readonly RevisedRecording[]
}

/** Writes the recordings of a session to their cassette. All other content keeps its bytes. */
export interface CassetteWriter {
  /**
   * Adds and replaces recordings.
   *
   * @returns `'busy'` if another process is writing the file, and nothing was written. If it is for 10 s, an error is thrown.
   * @throws CassetteSecretError if they, or the file, contain something that looks like a credential; CassetteSaveError if they
   *   can't be written
   */
  write(changes: RecordingChanges): WriteOutcome
  /** Removes temporary files. `write` can still be called. */
  close(): void
}

/** Creates a writer. It reads and scans a file again only if another program has changed it, or to replace a recording. */
export function createCassetteWriter({ file, allowSecrets, replaces, credentials }: WriterOptions): CassetteWriter {
  let growing = new GrowingFile(file)
  /** The recordings on the disk, which are written again if the file vanishes. */
  const written: Interaction[] = []
  const missingIn = (content: unknown, added: readonly Interaction[]): readonly Interaction[] =>
    content === undefined ? [...written, ...added] : added
  const findings = new WeakMap<Interaction, readonly SecretFinding[]>()
  /** The place for the next recording; undefined if there is no file. */
  let place: ListEnd | undefined
  let replaced = replaces
  let busySince: number | undefined

  const scan = (recording: Interaction): readonly SecretFinding[] => {
    const known = findings.get(recording) ?? scanSecrets([recording], { allowed: allowSecrets, known: credentials() })
    findings.set(recording, known)
    return known
  }

  const locate = (bytes: Uint8Array<ArrayBuffer>): ListEnd | undefined => {
    const text = decodeFile(bytes)
    if (text === replaced) return undefined
    assertUsable(bytes, file)
    refuseSecrets(file, scanText(text, { allowed: allowSecrets, known: credentials() }))
    return findListEnd(bytes) ?? refuseStyle(file)
  }

  return {
    write({ added, revised }) {
      refuseSecrets(
        file,
        added.flatMap((recording, index) => scan(recording).map((found) => at(index, found))),
      )
      // A new object reads the file again.
      if (revised.length > 0) this.close()
      replaceRevised(written, revised)
      let next = place
      const outcome = growing.write((content) => {
        const changed = typeof content === 'object' ? revise(content, revised) : undefined
        const current = content === 'unchanged' ? place : content && locate(changed ?? content)
        const { text, next: end } = writeAdditions(missingIn(content, added), current)
        next = end
        const edit = { keep: current?.keep ?? 0, end: current?.end ?? Number.POSITIVE_INFINITY, text }
        return changed ? replaceAll(changed, edit) : edit
      })
      if (outcome === 'busy') {
        busySince ??= elapsedTime()
        if (elapsedTime() - busySince > LOCK_TIMEOUT_MS) throw lockTimeout(file)
        return 'busy'
      }
      written.push(...added)
      place = next
      replaced = undefined
      busySince = undefined
      return 'written'
    },
    close() {
      growing.close()
      growing = new GrowingFile(file)
      place = undefined
    },
  }
}

function replaceRevised(written: Interaction[], revised: readonly RevisedRecording[]): void {
  for (const { before, after } of revised) {
    const index = written.indexOf(before)
    if (index !== -1) written[index] = after
  }
}

/**
 * Replaces recordings in the bytes of a file. If a recording was changed on the disk in the meantime, the scan that follows reports its
 * credential.
 *
 * @returns undefined if there is nothing to replace
 */
function revise(
  bytes: Uint8Array<ArrayBuffer>,
  revised: readonly RevisedRecording[],
): Uint8Array<ArrayBuffer> | undefined {
  if (revised.length === 0) return undefined
  const replace = (text: string, { before, after }: RevisedRecording): string =>
    replaceGoVcr2(text, before, after) ?? text
  return new TextEncoder().encode(revised.reduce(replace, decodeFile(bytes)))
}

/** Turns an edit of changed bytes into one that replaces the whole file. */
function replaceAll(bytes: Uint8Array, { keep, end, text }: FileEdit): FileEdit {
  const all = decodeFile(bytes.subarray(0, keep)) + text + decodeFile(bytes.subarray(end))
  return { keep: 0, end: Number.POSITIVE_INFINITY, text: all }
}

/** A recording is scanned by itself, as number 0. */
function at(index: number, { place, kind }: SecretFinding): SecretFinding {
  return { place: place.replace('#0', `#${index}`), kind }
}

/** The file can have been changed since the session was opened. Nothing is added to a file that is broken, or is something else now. */
function assertUsable(bytes: Uint8Array<ArrayBuffer>, file: string): void {
  try {
    const { format } = parseCassette(bytes, { path: file })
    if (format === 'go-vcr-2') return
    throw new CassetteSaveError(
      file,
      `Failed to record into ${showPath(file)}: its format is ${format} now. Restore the file.`,
    )
  } catch (cause) {
    if (cause instanceof CassetteSaveError || !(cause instanceof CassetteError)) throw cause
    throw new CassetteSaveError(
      file,
      `Failed to record into ${showPath(file)}: it is not a valid cassette any more. Restore or remove it. ${cause.message}`,
      { cause },
    )
  }
}

function refuseStyle(file: string): never {
  throw new CassetteSaveError(file, describeStyle(file))
}
