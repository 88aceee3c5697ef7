import type { Dirent } from 'node:fs'
import { CassetteUnreadableError } from '../errors/errors.ts'
import { nodeBuiltin } from '../platform/builtin.ts'
import { describeSystemError } from './system-error.ts'

const { readdirSync, statSync } = nodeBuiltin('fs')
const { join } = nodeBuiltin('path')

/** What a path names. Whatever can't be told is a file: reading it says what is wrong. */
export type PathKind = 'file' | 'folder' | 'absent'

/** Tells what a path names, through links. */
export function pathKind(path: string): PathKind {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    return stats === undefined ? 'absent' : stats.isDirectory() ? 'folder' : 'file'
  } catch {
    return 'file'
  }
}

/** A member of a folder. */
export interface FolderMember {
  readonly name: string
  readonly kind: 'file' | 'folder'
}

/**
 * Lists a folder, in the order of names. Links to files count as files; links to folders, which may lead in a circle, are
 * left out.
 *
 * @param folder an absolute path
 * @throws CassetteUnreadableError
 */
export function readFolder(folder: string): FolderMember[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .flatMap((entry) => toMember(folder, entry))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (cause) {
    throw new CassetteUnreadableError(folder, `Failed to list the folder ${folder}: ${describeSystemError(cause)}.`, {
      cause,
    })
  }
}

function toMember(folder: string, entry: Dirent): FolderMember[] {
  const { name } = entry
  if (entry.isDirectory()) return [{ name, kind: 'folder' }]
  if (entry.isSymbolicLink() && pathKind(join(folder, name)) === 'folder') return []
  return [{ name, kind: 'file' }]
}
