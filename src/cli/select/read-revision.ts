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
  return new Uint8Array(runGit(['cat-file', '--filters', path], path))
}

/** Tells whether a path such as `HEAD~1:cassettes` is a folder. One that does not exist is not a folder. */
export function isRevisionFolder(path: string): boolean {
  return String(spawnSync('git', ['cat-file', '-t', path]).stdout).trim() === 'tree'
}

/**
 * Lists the files below a folder in a revision of git, sorted and relative to it.
 *
 * @param path see `readRevision`
 * @throws Error with the message of git
 */
export function listRevision(path: string): string[] {
  const names = runGit(['ls-tree', '-r', '-z', '--full-tree', '--name-only', path], path)
  return String(names).split('\0').filter(Boolean).sort()
}

function runGit(args: readonly string[], path: string): Buffer {
  const { error, status, stdout, stderr } = spawnSync('git', args, { maxBuffer: MAX_INFLATED_BYTES })
  if (error) throw new Error(`git can't be started: ${error.message}`)
  if (status !== 0) throw new Error(`git reports "${String(stderr).trim()}"${adviseOnRoot(path)}`)
  return stdout
}

/** Git's paths begin at the root of the repository, which surprises in a subfolder. */
function adviseOnRoot(path: string): string {
  const [, revision, file = ''] = /^([^:]+):(.+)$/s.exec(path) ?? []
  return file.startsWith('./') ? '' : `. A path in the working directory begins with ./, as in ${revision}:./${file}`
}
