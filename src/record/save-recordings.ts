import type { Interaction } from '../cassette.ts'
import { CassetteSaveError, CassetteSecretError, type SecretFinding } from '../errors/errors.ts'
import { appendGoVcr2 } from '../format/go-vcr-2/append.ts'
import { describeStyle } from '../format/go-vcr-2/block-style.ts'
import { scanSecrets, scanText } from '../secret/scan-secrets.ts'
import { updateCassetteFile } from '../storage/update-cassette-file.ts'

/** Recordings and their destination. */
export interface RecordingsToSave {
  /** The absolute path. */
  readonly file: string
  readonly added: readonly Interaction[]
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
export function saveRecordings({ file, added, allowSecrets, replaces, known }: RecordingsToSave): string {
  refuseSecrets(file, scanSecrets(added, allowSecrets))
  let text = ''
  updateCassetteFile(file, (current) => {
    const base = current === replaces ? undefined : current
    if (base !== undefined && base !== known) refuseSecrets(file, scanText(base, allowSecrets))
    text = appendGoVcr2(base, added) ?? refuseStyle(file)
    return text
  })
  return text
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
