import type { Dirent } from 'node:fs'
import { CassetteUnreadableError } from '../errors/errors.ts'
import { nodeBuiltin } from '../platform/builtin.ts'
import { showPath } from './show-path.ts'
import { describeSystemError } from './system-error.ts'

const { readdirSync, statSync } = nodeBuiltin('fs')
const { join } = nodeBuiltin('path')

/** The kind of a path. If it can't be determined, the path counts as a file, and reading it reports the problem. */
export type PathKind = 'file' | 'folder' | 'absent'

/** Determines the kind of a path; follows links. */
export function pathKind(path: string): PathKind {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    return stats === undefined ? 'absent' : stats.isDirectory() ? 'folder' : 'file'
  } catch {
    return 'file'
  }
}

/** An entry of a folder. */
export interface FolderEntry {
  readonly name: string
  readonly kind: 'file' | 'folder'
}

/**
 * Lists a folder, sorted by name. Links to files count as files. Links to folders are skipped, because they can form a cycle.
 *
 * @param folder an absolute path
 * @throws CassetteUnreadableError
 */
export function readFolder(folder: string): FolderEntry[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .flatMap((entry) => toFolderEntry(folder, entry))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (cause) {
    throw new CassetteUnreadableError(
      folder,
      `Failed to list the folder ${showPath(folder)}: ${describeSystemError(cause)}.`,
      {
        cause,
      },
    )
  }
}

function toFolderEntry(folder: string, entry: Dirent): FolderEntry[] {
  const { name } = entry
  if (entry.isDirectory()) return [{ name, kind: 'folder' }]
  if (entry.isSymbolicLink() && pathKind(join(folder, name)) === 'folder') return []
  return [{ name, kind: 'file' }]
}
