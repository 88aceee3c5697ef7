import { nodeBuiltin } from '../platform/builtin.ts'
import { systemErrorCode } from './system-error.ts'

const { lstatSync, readlinkSync, realpathSync } = nodeBuiltin('fs')
const { basename, dirname, join, resolve } = nodeBuiltin('path')

/**
 * Follows the links in a path, so that a file that replaces the target does not replace the link. A link to a file or a folder that
 * does not exist yet is followed too.
 *
 * @param path an absolute path
 * @throws Error if links lead in a circle
 */
export function resolveLinks(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT' || dirname(path) === path) throw error
  }
  const folder = resolveLinks(dirname(path))
  const resolved = join(folder, basename(path))
  const isLink = lstatSync(resolved, { throwIfNoEntry: false })?.isSymbolicLink() === true
  return isLink ? resolveLinks(resolve(folder, readlinkSync(resolved))) : resolved
}
