import { spawnSync } from 'node:child_process'
import { MAX_INFLATED_BYTES } from '../../body/inflate.ts'

/** Tells the path of a file in a revision, such as `HEAD~1:weather.yaml`, from that of a file. A drive of Windows is no revision. */
export function isRevision(path: string): boolean {
  return /^(?!-)(?![a-z]:[\\/])[^:]+:./i.test(path)
}

/**
 * Reads a file from a revision of git, as a checkout would write it.
 *
 * @param path such as `HEAD~1:weather.yaml`; it begins at the root of the repository, or with `./` at the working directory
 * @throws Error with the message of git
 */
export function readRevision(path: string): Uint8Array<ArrayBuffer> {
  const { error, status, stdout, stderr } = spawnSync('git', ['cat-file', '--filters', path], {
    maxBuffer: MAX_INFLATED_BYTES,
  })
  if (error) throw new Error(`git can't be started: ${error.message}`)
  if (status !== 0) throw new Error(`git reports "${String(stderr).trim()}"${adviseOnRoot(path)}`)
  return new Uint8Array(stdout)
}

/** Git's paths begin at the root of the repository, which surprises in a subfolder. */
function adviseOnRoot(path: string): string {
  const [, revision, file = ''] = /^([^:]+):(.+)$/s.exec(path) ?? []
  return file.startsWith('./') ? '' : `. A path in the working directory begins with ./, as in ${revision}:./${file}`
}
