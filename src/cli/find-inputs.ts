import { basename, join, resolve } from 'node:path'
import { CassetteUnreadableError } from '../errors/errors.ts'
import { pathKind, readFolder } from '../storage/read-folder.ts'

/** A file that is to be read. */
export interface Input {
  /** Absolute. */
  readonly file: string
  /** As the user would spell it. */
  readonly path: string
  /** Relative to the folder that was given; for a file that was given, its own name. */
  readonly name: string
}

/** The files that were found, and a sentence for each path that gave none. */
export interface FoundInputs {
  readonly inputs: Input[]
  readonly failures: string[]
}

/** What a cassette's name ends with. */
export const CASSETTE_NAME = /\.(?:ya?ml(?:\.gz)?|json|har)$/i

/** They hold what other programs wrote, and no cassettes. */
const FOREIGN_FOLDERS: readonly string[] = ['node_modules', '.git']

/**
 * Finds cassettes: those that are named, whatever their names are, and those in folders, by their names.
 *
 * @param paths files and folders, as given
 * @param except a folder that is not searched, because it holds results; absolute
 */
export function findInputs(paths: readonly string[], except: string): FoundInputs {
  const found: FoundInputs = { inputs: [], failures: [] }
  for (const path of paths) {
    const file = resolve(path)
    const kind = pathKind(file)
    if (kind === 'absent') found.failures.push(`Failed to open ${path}: there is no such file or folder.`)
    if (kind === 'file') found.inputs.push({ file, path, name: basename(file) })
    if (kind === 'folder') addFolder(path, except, found)
  }
  return { inputs: unique(found.inputs), failures: found.failures }
}

function addFolder(path: string, except: string, found: FoundInputs): void {
  const before = found.inputs.length + found.failures.length
  search({ file: resolve(path), path, name: '' }, except, found)
  if (found.inputs.length + found.failures.length > before) return
  found.failures.push(
    `Failed to find a cassette in ${path}: no name there ends in .yaml, .yml, .yaml.gz, .json or .har.`,
  )
}

function search(folder: Input, except: string, found: FoundInputs): void {
  try {
    for (const { name, kind } of readFolder(folder.file)) {
      const member = {
        file: join(folder.file, name),
        path: join(folder.path, name),
        name: join(folder.name, name),
      }
      if (kind === 'file' && CASSETTE_NAME.test(name)) found.inputs.push(member)
      if (kind === 'folder' && member.file !== except && !FOREIGN_FOLDERS.includes(name)) search(member, except, found)
    }
  } catch (error) {
    if (!(error instanceof CassetteUnreadableError)) throw error
    found.failures.push(error.message)
  }
}

/** A file may be given twice, by itself and within its folder. */
function unique(inputs: readonly Input[]): Input[] {
  return [...new Map(inputs.map((input) => [`${input.file}\0${input.name}`, input])).values()]
}
