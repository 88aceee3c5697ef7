import { MAX_INFLATED_BYTES } from '../body/inflate.ts'
import { CassetteUnreadableError } from '../errors/errors.ts'
import { builtin, nodeBuiltin } from '../platform/builtin.ts'
import { environment } from '../platform/environment.ts'
import { noFileSystem } from './no-file-system.ts'
import { showPath } from './show-path.ts'
import { describeSystemError, systemErrorCode } from './system-error.ts'

const { readFileSync, statSync } = nodeBuiltin('fs')
const { isAbsolute, join, relative, resolve } = nodeBuiltin('path')
const { fileURLToPath } = nodeBuiltin('url')

/**
 * Resolves a cassette's path to an absolute path.
 *
 * @param path a path, relative to the working directory, or a `file:` URL as an object or a string
 * @throws CassetteUnreadableError if the URL does not name a file, and in environments without a file system
 */
export function resolveCassettePath(path: string | URL): string {
  if (!builtin('fs')) throw noFileSystem(path)
  try {
    // `import.meta.resolve` returns a URL as a string.
    const file = path instanceof URL || path.startsWith('file://') ? fileURLToPath(path) : resolve(path)
    return toLearningFile(file)
  } catch (cause) {
    throw new CassetteUnreadableError(
      String(path),
      `Failed to open the cassette ${path}: only file: URLs name a file.`,
      { cause },
    )
  }
}

/** The environment variable with the folder into which a suite records while `msw-cassette learn` runs it. */
export const LEARNING_FOLDER = 'MSW_CASSETTE_LEARNING_FOLDER'

/** A file in that folder for each cassette, so that the cassettes of the user stay untouched. */
function toLearningFile(file: string): string {
  const { [LEARNING_FOLDER]: folder } = environment()
  if (!folder) return file
  const path = relative('.', file).replace(/^[a-z]:/i, '')
  return join(folder, path.replaceAll('..', '__'))
}

/** Detects a relative path that leads out of the working directory, which is usually a mistake. */
export function leavesProject(path: string | URL): boolean {
  return typeof path === 'string' && !isAbsolute(path) && /^\.\.(?:[\\/]|$)/.test(relative('.', path))
}

/**
 * Returns the path of a cassette as messages show it: as the caller spelled it, except an absolute path, see `showPath`.
 *
 * @param path as the caller spelled it
 * @param file the absolute path
 */
export function toShownPath(path: string | URL, file: string): string {
  if (typeof path === 'string' && !path.startsWith('file:') && !isAbsolute(path)) return path
  return showPath(file)
}

/**
 * Reads a cassette from disk.
 *
 * @param file an absolute path
 * @returns the file's bytes, or undefined if the file does not exist
 * @throws CassetteUnreadableError if the path exists but can't be read
 */
export function readCassetteFile(file: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    assertBoundedFile(file)
    // Not a Buffer, because the bodies are views of it and would be Buffers too.
    const { buffer, byteOffset, length } = readFileSync(file)
    return new Uint8Array(buffer, byteOffset, length)
  } catch (cause) {
    const code = systemErrorCode(cause)
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    const path = showPath(file)
    throw new CassetteUnreadableError(file, `Failed to open the cassette ${path}: ${describeSystemError(cause)}.`, {
      cause,
    })
  }
}

/** Rejects devices and pipes: they might never end, and reading would hang. Folders pass, because reading one fails. */
function assertBoundedFile(file: string): void {
  const stats = statSync(file)
  if (!stats.isFile() && !stats.isDirectory()) throw new Error('it is a device, a pipe or a socket, not a file')
  if (stats.size > MAX_INFLATED_BYTES)
    throw new Error(`it has ${stats.size} bytes, and a cassette can have at most ${MAX_INFLATED_BYTES}`)
}
