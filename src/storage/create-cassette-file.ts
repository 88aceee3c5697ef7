import { CassetteSaveError } from '../errors/errors.ts'
import { nodeBuiltin } from '../platform/builtin.ts'
import { systemErrorCode } from './system-error.ts'
import { attempt, makeFolder, temporaryName, writeDurably } from './update-cassette-file.ts'

const { linkSync, lstatSync, mkdirSync, realpathSync, renameSync, rmSync } = nodeBuiltin('fs')
const { basename, dirname, isAbsolute, join, relative, sep } = nodeBuiltin('path')

/** A file to make in a folder. */
export interface NewCassetteFile {
  /** Absolute; made where it is not there. */
  readonly folder: string
  /** Relative to the folder, which it can't leave. */
  readonly name: string
  readonly text: string
  /** What becomes of a file that is there already. */
  readonly existing: 'keep' | 'replace'
}

/**
 * Makes a file in a folder or below it. Whatever is killed, it is there whole or not at all. Neither a `..` in its name nor a
 * link in the folder leads the way out; a link that stands where the file belongs is there already, and replaced itself.
 *
 * @throws CassetteSaveError
 */
export function createCassetteFile({ folder, name, text, existing }: NewCassetteFile): 'written' | 'kept' {
  const file = join(folder, name)
  return attempt(file, () => {
    const target = join(enterFolder(folder, name), basename(name))
    if (existing === 'keep' && isThere(target)) return 'kept'
    const temporary = temporaryName(target)
    try {
      writeDurably(temporary, text)
      if (existing === 'keep') return moveWhereFree(temporary, target)
      renameSync(temporary, target)
      return 'written'
    } finally {
      rmSync(temporary, { force: true })
    }
  })
}

/** Step by step, so that nothing is made behind a link that leads out. */
function enterFolder(folder: string, name: string): string {
  const file = join(folder, name)
  if (name.split(sep).includes('..')) refuse(file, folder)
  makeFolder(folder)
  const top = realpathSync(folder)
  let current = top
  for (const step of dirname(name).split(sep)) {
    current = enter(join(current, step))
    if (!isWithin(top, current)) refuse(file, folder)
  }
  return current
}

function refuse(file: string, folder: string): never {
  throw new CassetteSaveError(file, `Failed to write the cassette ${file}: its path leads out of ${folder}.`)
}

function enter(folder: string): string {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (!isThere(folder)) throw error
  }
  return realpathSync(folder)
}

function isWithin(top: string, path: string): boolean {
  const way = relative(top, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** A link counts as there, wherever it leads. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

/** By a hard link, which another process can't win against; by a name alone where a file system has none. */
function moveWhereFree(temporary: string, target: string): 'written' | 'kept' {
  try {
    linkSync(temporary, target)
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST' || isThere(target)) return 'kept'
    renameSync(temporary, target)
  }
  return 'written'
}
