import { CassetteUnreadableError } from '../errors/errors.ts'

/** The error for a path on a platform without files. */
export function noFileSystem(path: string | URL): CassetteUnreadableError {
  return new CassetteUnreadableError(
    String(path),
    `Failed to open the cassette ${path}: there is no file system here. Pass the cassette's text, or what parseCassette returned.`,
  )
}
