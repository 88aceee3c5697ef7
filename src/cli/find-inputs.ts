import { basename, join, resolve, sep } from 'node:path'
import { CassetteUnreadableError } from '../errors/errors.ts'
import { pathKind, readFolder } from '../storage/read-folder.ts'
import type { Failure } from './command.ts'

/** A cassette to read. */
export interface Input {
  /** Absolute. */
  readonly file: string
  /** Its path as the user would spell it, for messages. */
  readonly path: string
  /** Its path relative to the given folder, or to the folder in which a glob begins. For a given file, its name. */
  readonly name: string
}

/** The files that were found, and a message for each path without files. */
export interface FoundInputs {
  readonly inputs: Input[]
  readonly failures: Failure[]
}

/** Matches the names of cassettes in folders. */
export const CASSETTE_NAME = /\.(?:ya?ml(?:\.gz)?|json|har)$/i

/** Folders that are not searched: other programs write them. */
const FOREIGN_FOLDERS: readonly string[] = ['node_modules', '.git']

/**
 * Finds the cassettes that the user named. A given file can have any name. In a given folder, and with a glob, files are found by
 * their extension. A file that exists is never taken for a glob.
 *
 * @param paths files, folders and globs, as the user spelled them
 * @param except the absolute path of a subfolder that is not searched: that of outputs
 */
export async function findInputs(paths: readonly string[], except?: string): Promise<FoundInputs> {
  const found: FoundInputs = { inputs: [], failures: [] }
  for (const path of paths) {
    const file = resolve(path)
    const kind = pathKind(file)
    if (kind === 'file') found.inputs.push({ file, path, name: basename(file) })
    else if (kind === 'folder') addFolder(path, except, found)
    else if (await isGlob(path)) await addGlob(path, found)
    else found.failures.push({ path, message: `Failed to open ${path}: there is no such file or folder.` })
  }
  return { inputs: unique(found.inputs), failures: found.failures }
}

/** Tells a glob from a path. Shells pass a glob on if it is quoted, or if they are those of Windows. */
export async function isGlob(path: string): Promise<boolean> {
  const { isDynamicPattern } = await import('tinyglobby')
  return isDynamicPattern(toSlashes(path))
}

function addFolder(path: string, except: string | undefined, found: FoundInputs): void {
  const before = found.inputs.length + found.failures.length
  search({ file: resolve(path), path, name: '' }, except, found)
  if (found.inputs.length + found.failures.length === before) found.failures.push(nothingIn(path))
}

function search(folder: Input, except: string | undefined, found: FoundInputs): void {
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
    found.failures.push({ path: folder.path, code: error.code, message: error.message })
  }
}

async function addGlob(path: string, found: FoundInputs): Promise<void> {
  const { globSync } = await import('tinyglobby')
  const { folder, pattern } = splitGlob(path)
  const names = globSync(pattern, {
    cwd: resolve(folder),
    dot: true,
    ignore: FOREIGN_FOLDERS.map((name) => `**/${name}/**`),
  })
  const inputs = names
    .filter((name) => CASSETTE_NAME.test(name))
    .sort()
    .map((name) => ({ file: resolve(folder, name), path: join(folder, name), name: join(name) }))
  found.inputs.push(...inputs)
  if (inputs.length === 0) found.failures.push(nothingIn(path))
}

/** The part of a glob before its first step with a special character, and the rest. */
function splitGlob(path: string): { folder: string; pattern: string } {
  const steps = toSlashes(path).split('/')
  const fixed = steps.findIndex((step) => /[*?{}[\]()!@+\\]/.test(step))
  const folder = steps.slice(0, fixed).join('/')
  return { folder: steps[0] === '' ? `/${folder}` : folder, pattern: steps.slice(fixed).join('/') }
}

/** In a glob, a backslash is an escape, except on Windows. */
function toSlashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path
}

/** Describes that a folder or a glob contains no name of a cassette. */
export function nothingIn(path: string): Failure {
  const message = `Failed to find a cassette in ${path}: no name there ends in .yaml, .yml, .yaml.gz, .json or .har.`
  return { path, message }
}

/** A file can be given twice: by itself and in its folder. */
function unique(inputs: readonly Input[]): Input[] {
  return [...new Map(inputs.map((input) => [`${input.file}\0${input.name}`, input])).values()]
}
