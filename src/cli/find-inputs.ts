import { basename, join, resolve } from 'node:path'
import { CassetteUnreadableError } from '../errors/errors.ts'
import { pathKind, readFolder } from '../storage/read-folder.ts'

/** A file to convert. */
export interface Input {
  /** Absolute. */
  readonly file: string
  /** Its path as the user would spell it, for messages. */
  readonly path: string
  /** Its path relative to the given folder. For a given file, its name. */
  readonly name: string
}

/** The files that were found, and a message for each path without files. */
export interface FoundInputs {
  readonly inputs: Input[]
  readonly failures: string[]
}

/** Matches the names of cassettes in folders. */
export const CASSETTE_NAME = /\.(?:ya?ml(?:\.gz)?|json|har)$/i

/** Folders that are not searched: other programs write them. */
const FOREIGN_FOLDERS: readonly string[] = ['node_modules', '.git']

/**
 * Finds the files to convert. A given file can have any name. In a given folder, files are found by their extension.
 *
 * @param paths files and folders, as the user spelled them
 * @param except the absolute path of a folder that is not searched: the folder of outputs
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

/** A file can be given twice: by itself and in its folder. */
function unique(inputs: readonly Input[]): Input[] {
  return [...new Map(inputs.map((input) => [`${input.file}\0${input.name}`, input])).values()]
}
