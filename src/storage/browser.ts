import { CassetteUnreadableError } from '../errors.ts'

/**
 * Stands where Node has a file system: a browser has none.
 *
 * @throws CassetteUnreadableError always
 */
export function readCassetteFile(path: string | URL, _mode: string): Uint8Array<ArrayBuffer> {
  throw new CassetteUnreadableError(
    String(path),
    `Failed to open the cassette ${path}: there is no file system here. Pass the cassette's text, or what parseCassette returned.`,
  )
}
