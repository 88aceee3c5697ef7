import type { Interaction } from '../cassette.ts'
import { CassetteError, CassetteSaveError, CassetteSecretError, type SecretFinding } from '../errors/errors.ts'
import { findListEnd, type ListEnd, writeAdditions } from '../format/go-vcr-2/append.ts'
import { describeStyle } from '../format/go-vcr-2/describe-style.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { elapsedTime } from '../platform/clock.ts'
import { scanSecrets, scanText } from '../secret/scan-secrets.ts'
import { GrowingFile, type WriteOutcome } from '../storage/growing-file.ts'
import { LOCK_TIMEOUT_MS, lockTimeout } from '../storage/lock-file.ts'

/** The destination of recordings. */
export interface WriterOptions {
  /** The absolute path. */
  readonly file: string
  /** Strings that look like credentials but are not. */
  readonly allowSecrets: readonly RegExp[]
  /** The text that the first recording replaces. Text that another process has written in the meantime is kept. */
  readonly replaces: string | undefined
}

/** Adds the recordings of a session to their cassette. Existing content keeps its bytes. */
export interface CassetteWriter {
  /**
   * Adds recordings.
   *
   * @returns `'busy'` if another process is writing the file, and nothing was added. If it is for 10 s, an error is thrown.
   * @throws CassetteSecretError if they, or the file, contain something that looks like a credential; CassetteSaveError if they
   *   can't be written
   */
  add(recordings: readonly Interaction[]): WriteOutcome
  /** Removes temporary files. `add` can still be called. */
  close(): void
}

/** Creates a writer. It reads and scans a file again only if another program has changed it. */
export function createCassetteWriter({ file, allowSecrets, replaces }: WriterOptions): CassetteWriter {
  const growing = new GrowingFile(file)
  const findings = new WeakMap<Interaction, readonly SecretFinding[]>()
  /** The place for the next recording; undefined if there is no file. */
  let place: ListEnd | undefined
  let replaced = replaces
  let busySince: number | undefined

  const scan = (recording: Interaction): readonly SecretFinding[] => {
    const known = findings.get(recording) ?? scanSecrets([recording], allowSecrets)
    findings.set(recording, known)
    return known
  }

  const locate = (bytes: Uint8Array<ArrayBuffer> | undefined): ListEnd | undefined => {
    if (bytes === undefined) return undefined
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    if (text === replaced) return undefined
    assertUsable(bytes, file)
    refuseSecrets(file, scanText(text, allowSecrets))
    return findListEnd(bytes) ?? refuseStyle(file)
  }

  return {
    add(recordings) {
      refuseSecrets(
        file,
        recordings.flatMap((recording, index) => scan(recording).map((found) => at(index, found))),
      )
      let next = place
      const outcome = growing.write((content) => {
        const current = content === 'unchanged' ? place : locate(content)
        const added = writeAdditions(recordings, current)
        next = added.next
        return { keep: current?.keep ?? 0, end: current?.end ?? Number.POSITIVE_INFINITY, text: added.text }
      })
      if (outcome === 'busy') {
        busySince ??= elapsedTime()
        if (elapsedTime() - busySince > LOCK_TIMEOUT_MS) throw lockTimeout(file)
        return 'busy'
      }
      place = next
      replaced = undefined
      busySince = undefined
      return 'written'
    },
    close: () => growing.close(),
  }
}

/** A recording is scanned by itself, as number 0. */
function at(index: number, { place, kind }: SecretFinding): SecretFinding {
  return { place: place.replace(/^#0\b/, `#${index}`), kind }
}

/** The file can have been changed since the session was opened. Nothing is added to a file that is broken, or is something else now. */
function assertUsable(bytes: Uint8Array<ArrayBuffer>, file: string): void {
  try {
    const { format } = parseCassette(bytes, { path: file })
    if (format === 'go-vcr-2') return
    throw new CassetteSaveError(file, `Failed to record into ${file}: its format is ${format} now. Restore the file.`)
  } catch (cause) {
    if (cause instanceof CassetteSaveError || !(cause instanceof CassetteError)) throw cause
    throw new CassetteSaveError(
      file,
      `Failed to record into ${file}: it is not a valid cassette any more. Restore or remove it. ${cause.message}`,
      { cause },
    )
  }
}

function refuseSecrets(file: string, findings: readonly SecretFinding[]): void {
  if (findings.length === 0) return
  const list = findings.map(({ place, kind }) => `  ${place}: ${kind}`)
  throw new CassetteSecretError(
    file,
    findings,
    `Refused to save ${file}: it would contain something that looks like a credential.\n${list.join('\n')}\n` +
      'Replace it with the option "redact" (in an existing line, by hand), or allow it if it is not a credential: { allowSecrets: [/…/] }.',
  )
}

function refuseStyle(file: string): never {
  throw new CassetteSaveError(file, describeStyle(file))
}
