import { CassetteUnreadableError } from '../errors.ts'

/** The file system that a browser does not have: everything fails, and says what to do instead. */
function refuse(path: string | URL): never {
  throw new CassetteUnreadableError(
    String(path),
    `Failed to open the cassette ${path}: there is no file system here. Pass the cassette's text, or what parseCassette returned.`,
  )
}

/** @throws CassetteUnreadableError always */
export function resolveCassettePath(path: string | URL): string {
  return refuse(path)
}

/** @throws CassetteUnreadableError always */
export function leavesProject(path: string | URL): boolean {
  return refuse(path)
}

/** @throws CassetteUnreadableError always */
export function readCassetteFile(file: string): Uint8Array<ArrayBuffer> | undefined {
  return refuse(file)
}

/** @throws CassetteUnreadableError always */
export function prepareCassetteFile(file: string): void {
  refuse(file)
}

/** @throws CassetteUnreadableError always */
export function updateCassetteFile(file: string, _change: (current: string | undefined) => string): void {
  refuse(file)
}
