import { CassetteSecretError, type SecretFinding } from '../errors/errors.ts'
import { showPath } from '../storage/show-path.ts'

/**
 * Refuses to save a file that would contain a credential.
 *
 * @param file the absolute path
 * @throws CassetteSecretError if there is a finding
 */
export function refuseSecrets(file: string, findings: readonly SecretFinding[]): void {
  if (findings.length === 0) return
  const list = findings.map(({ place, kind }) => `  ${place}: ${kind}`)
  throw new CassetteSecretError(
    file,
    findings,
    `Refused to save ${showPath(file)}: it would contain something that looks like a credential.\n${list.join('\n')}\n` +
      'Replace it with the option "redact" (in an existing line, by hand), or allow it if it is not a credential: { allowSecrets: [/…/] }.',
  )
}
