import type { Interaction } from '../cassette.ts'
import { CassetteSaveError, CassetteSecretError, type SecretFinding } from '../errors/errors.ts'
import { appendGoVcr2 } from '../format/go-vcr-2/append.ts'
import { describeStyle } from '../format/go-vcr-2/block-style.ts'
import { scanSecrets, scanText } from '../secret/scan-secrets.ts'
import { updateCassetteFile } from '../storage/update-cassette-file.ts'

/** What is to be saved, and where. */
export interface RecordingsToSave {
  /** The absolute path. */
  readonly file: string
  readonly added: readonly Interaction[]
  /** What looks like a credential and is none. */
  readonly allowSecrets: readonly RegExp[]
  /** The text that makes way for the recordings; what another process wrote in the meantime does not. */
  readonly replaces: string | undefined
  /** The text that the last save of this session left: it was looked through then. */
  readonly known: string | undefined
}

/**
 * Adds recordings to their cassette. Nothing that stands there is written anew.
 *
 * @returns the text of the cassette
 * @throws CassetteSecretError where they hold what looks like a credential; CassetteSaveError where they can't be written
 */
export function saveRecordings({ file, added, allowSecrets, replaces, known }: RecordingsToSave): string {
  refuseSecrets(file, scanSecrets(added, allowSecrets))
  let text = ''
  updateCassetteFile(file, (current) => {
    const base = current === replaces ? undefined : current
    if (base !== undefined && base !== known) refuseSecrets(file, scanText(base, allowSecrets))
    text = appendGoVcr2(base, added) ?? refuseFormat(file)
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
    `Refused to save ${file}: it would hold what looks like a credential.\n${list.join('\n')}\n` +
      'Replace it with the option "redact" (in a line that is there already, by hand), or, if it is none, allow it: { allowSecrets: [/…/] }.',
  )
}

function refuseFormat(file: string): never {
  throw new CassetteSaveError(file, describeStyle(file))
}
