import type { Interaction } from '../cassette.ts'
import { CassetteSaveError, CassetteSecretError, type SecretFinding } from '../errors/errors.ts'
import { appendGoVcr2 } from '../format/go-vcr-2/append.ts'
import { describeStyle } from '../format/go-vcr-2/block-style.ts'
import { replaceGoVcr2 } from '../format/go-vcr-2/replace.ts'
import type { KnownCredentials } from '../secret/known-credentials.ts'
import { scanSecrets, scanText } from '../secret/scan-secrets.ts'
import { updateCassetteFile } from '../storage/update-cassette-file.ts'

/** A recording that is on the disk and contains a credential that a later exchange has revealed. */
export interface RevisedRecording {
  /** As it was saved. */
  readonly before: Interaction
  /** With the credential replaced. */
  readonly after: Interaction
}

/** Recordings and their destination. */
export interface RecordingsToSave {
  /** The absolute path. */
  readonly file: string
  readonly added: readonly Interaction[]
  /** Earlier recordings of this session to replace. */
  readonly revised: readonly RevisedRecording[]
  /** The credentials that the exchanges of this session contained. */
  readonly credentials: KnownCredentials | undefined
  /** Strings that look like credentials but are not. */
  readonly allowSecrets: readonly RegExp[]
  /** The text to replace. Text that another process has written in the meantime is kept. */
  readonly replaces: string | undefined
  /** The text after the last save of this session, which was scanned then. */
  readonly known: string | undefined
}

/**
 * Adds recordings to their cassette. Existing content keeps its bytes.
 *
 * @returns the text of the cassette
 * @throws CassetteSecretError if they contain something that looks like a credential; CassetteSaveError if they can't be written
 */
export function saveRecordings(recordings: RecordingsToSave): string {
  const { file, added, allowSecrets: allowed, credentials: known, replaces } = recordings
  refuseSecrets(file, scanSecrets(added, { allowed, known }))
  let text = ''
  updateCassetteFile(file, (current) => {
    const base = current === replaces ? undefined : current && revise(current, recordings)
    if (base !== undefined && base !== recordings.known) refuseSecrets(file, scanText(base, { allowed, known }))
    text = appendGoVcr2(base, added) ?? refuseStyle(file)
    return text
  })
  return text
}

/** If a recording was changed on the disk in the meantime, the scan that follows reports its credential. */
function revise(text: string, { revised }: RecordingsToSave): string {
  return revised.reduce((result, { before, after }) => replaceGoVcr2(result, before, after) ?? result, text)
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
