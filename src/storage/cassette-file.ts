import { MAX_INFLATED_BYTES } from '../body/inflate.ts'
import { CassetteUnreadableError } from '../errors/errors.ts'
import { builtin, nodeBuiltin } from '../platform/builtin.ts'
import { noFileSystem } from './no-file-system.ts'
import { describeSystemError, systemErrorCode } from './system-error.ts'

const { readFileSync, statSync } = nodeBuiltin('fs')
const { isAbsolute, relative, resolve } = nodeBuiltin('path')
const { fileURLToPath } = nodeBuiltin('url')

/**
 * The absolute path that a cassette's path means.
 *
 * @param path a path, relative to the working directory, or a `file:` URL, also as text
 * @throws CassetteUnreadableError for a URL that is no file's, and in a browser
 */
export function resolveCassettePath(path: string | URL): string {
  if (!builtin('fs')) throw noFileSystem(path)
  try {
    // As text it comes from import.meta.resolve.
    return path instanceof URL || path.startsWith('file://') ? fileURLToPath(path) : resolve(path)
  } catch (cause) {
    throw new CassetteUnreadableError(
      String(path),
      `Failed to open the cassette ${path}: only file: URLs name a file.`,
      { cause },
    )
  }
}

/** Tells whether a path is relative and leads out of the working directory: the mark of a name that was put together wrongly. */
export function leavesProject(path: string | URL): boolean {
  return typeof path === 'string' && !isAbsolute(path) && /^\.\.(?:[\\/]|$)/.test(relative('.', path))
}

/**
 * Reads a cassette from disk.
 *
 * @param file an absolute path
 * @returns the file's bytes; undefined where there is no such file
 * @throws CassetteUnreadableError where there is something that can't be read
 */
export function readCassetteFile(file: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    refuseEndless(file)
    // Not a Buffer: the bodies that are part of it would be some, too.
    const { buffer, byteOffset, length } = readFileSync(file)
    return new Uint8Array(buffer, byteOffset, length)
  } catch (cause) {
    const code = systemErrorCode(cause)
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new CassetteUnreadableError(file, `Failed to open the cassette ${file}: ${describeSystemError(cause)}.`, {
      cause,
    })
  }
}

/** A device or a pipe may never end: reading one would hang. What a folder is, the read itself says. */
function refuseEndless(file: string): void {
  const stats = statSync(file)
  if (!stats.isFile() && !stats.isDirectory()) throw new Error('it is a device, a pipe or a socket, not a file')
  if (stats.size > MAX_INFLATED_BYTES)
    throw new Error(`it has ${stats.size} bytes, and a cassette may have ${MAX_INFLATED_BYTES}`)
}
