import { CassetteSaveError } from '../errors/errors.ts'
import { nodeBuiltin } from '../platform/builtin.ts'
import { createFolder } from './create-folder.ts'
import { showPath } from './show-path.ts'
import { systemErrorCode, wrapSaveErrors } from './system-error.ts'
import { temporaryPath, writeDurably } from './temporary-file.ts'

const { linkSync, lstatSync, mkdirSync, realpathSync, renameSync, rmSync } = nodeBuiltin('fs')
const { basename, dirname, isAbsolute, join, relative, sep } = nodeBuiltin('path')

/** A file to create in a folder. */
export interface NewCassetteFile {
  /** An absolute path. The folder is created if it does not exist. */
  readonly folder: string
  /** A path relative to the folder; it must not lead out of it. */
  readonly name: string
  readonly text: string
  /** How to handle an existing file. */
  readonly existing: 'keep' | 'replace'
}

/**
 * Creates a file in a folder or below it. The file is complete or absent, even if the process is killed. Neither a `..` in its
 * name nor a link in the folder can lead out of the folder. A link in the place of the file counts as an existing file: it is
 * kept, or is itself replaced.
 *
 * @throws CassetteSaveError if the name leads out of the folder, or if writing fails
 */
export function createCassetteFile({ folder, name, text, existing }: NewCassetteFile): 'written' | 'kept' {
  const file = join(folder, name)
  return wrapSaveErrors(file, () => {
    const target = join(enterFolder(folder, name), basename(name))
    if (existing === 'keep' && exists(target)) return 'kept'
    const temporary = temporaryPath(target)
    try {
      writeDurably(temporary, text)
      if (existing === 'keep') return moveUnlessExists(temporary, target)
      renameSync(temporary, target)
      return 'written'
    } finally {
      rmSync(temporary, { force: true })
    }
  })
}

/** Creates each folder separately, so that nothing is created behind a link that leads out. */
function enterFolder(folder: string, name: string): string {
  const file = join(folder, name)
  if (name.split(sep).includes('..')) throwOutside(file, folder)
  createFolder(folder)
  const top = realpathSync(folder)
  let current = top
  for (const step of dirname(name).split(sep)) {
    current = enterSubfolder(join(current, step))
    if (!isWithin(top, current)) throwOutside(file, folder)
  }
  return current
}

function throwOutside(file: string, folder: string): never {
  throw new CassetteSaveError(
    file,
    `Failed to write the cassette ${showPath(file)}: its path leads out of ${showPath(folder)}.`,
  )
}

function enterSubfolder(folder: string): string {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (!exists(folder)) throw error
  }
  return realpathSync(folder)
}

function isWithin(top: string, path: string): boolean {
  const route = relative(top, path)
  return route !== '..' && !route.startsWith(`..${sep}`) && !isAbsolute(route)
}

/** A link exists even if its target does not. */
function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

/**
 * Moves the file with a hard link, which fails if another process creates the target first. File systems without hard links
 * need a rename, which would replace such a target.
 */
function moveUnlessExists(temporary: string, target: string): 'written' | 'kept' {
  try {
    linkSync(temporary, target)
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST' || exists(target)) return 'kept'
    renameSync(temporary, target)
  }
  return 'written'
}
