import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CassetteNotFoundError, CassetteUnreadableError } from '../errors.ts'

/**
 * Reads a cassette from disk.
 *
 * @param path a path, relative to the working directory, or a `file:` URL
 * @param mode the mode of the session that asks, for the message
 * @returns the file's bytes
 * @throws CassetteNotFoundError, CassetteUnreadableError
 */
export function readCassetteFile(path: string | URL, mode: string): Uint8Array<ArrayBuffer> {
  const file = toFile(path)
  try {
    return readFileSync(file)
  } catch (error) {
    throw toCassetteError(file, mode, error)
  }
}

function toFile(path: string | URL): string {
  try {
    return path instanceof URL ? fileURLToPath(path) : resolve(path)
  } catch (cause) {
    throw new CassetteUnreadableError(
      String(path),
      `Failed to open the cassette ${path}: only file: URLs name a file.`,
      {
        cause,
      },
    )
  }
}

function toCassetteError(file: string, mode: string, cause: unknown): Error {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new CassetteNotFoundError(
      file,
      `Failed to open the cassette ${file}: there is no such file (mode: ${mode}). ` +
        'Record it first, or correct the path; a relative path starts at the working directory.',
      { cause },
    )
  }
  if (code === 'EISDIR') {
    return new CassetteUnreadableError(
      file,
      `Failed to open the cassette ${file}: it is a folder. Name a file in it.`,
      { cause },
    )
  }
  return new CassetteUnreadableError(
    file,
    `Failed to open the cassette ${file}: ${cause instanceof Error ? cause.message : String(cause)}.`,
    { cause },
  )
}
