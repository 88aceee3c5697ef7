import { nodeBuiltin } from '../platform/builtin.ts'
import { systemErrorCode } from './system-error.ts'

const { existsSync, mkdirSync, rmdirSync } = nodeBuiltin('fs')
const { dirname } = nodeBuiltin('path')

/** How often a folder is created again after another process has removed it. */
const MAX_FOLDER_ATTEMPTS = 20

/**
 * Creates a folder and uses it. Another process that has created it, and had no use for it, can remove it in between.
 *
 * @param use fails with ENOENT if the folder does not exist, and can then be repeated
 * @returns the folders that were created, the outermost first
 */
export function inFolder(folder: string, use: () => void): string[] {
  const created = new Set<string>()
  for (let attempt = 1; ; attempt++) {
    try {
      for (const added of createFolder(folder)) created.add(added)
      use()
      return [...created]
    } catch (error) {
      if (systemErrorCode(error) !== 'ENOENT' || attempt === MAX_FOLDER_ATTEMPTS) throw error
    }
  }
}

/**
 * Creates a folder and its parents. The `recursive` option of mkdir hangs if no folder can be created, as in /proc.
 *
 * @returns the folders that were created, the outermost first
 */
export function createFolder(folder: string): string[] {
  if (existsSync(folder)) return []
  const created = dirname(folder) === folder ? [] : createFolder(dirname(folder))
  try {
    mkdirSync(folder)
    return [...created, folder]
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error
    return created
  }
}

/** Removes folders that `inFolder` has created and that are still empty. */
export function removeEmptyFolders(created: readonly string[]): void {
  try {
    for (const folder of created.toReversed()) rmdirSync(folder)
  } catch {
    // Another process uses the folder, or has removed it.
  }
}
