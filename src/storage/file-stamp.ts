import { nodeBuiltin } from '../platform/builtin.ts'

const { fstatSync, statSync } = nodeBuiltin('fs')

/**
 * Identifies a version of a file without reading it: its inode, its size and the time of its last change, in ns.
 *
 * @param file a path or an open file
 * @returns undefined if there is no file
 * @throws Error if it is not a regular file
 */
export function stampOf(file: string | number): string | undefined {
  const stats =
    typeof file === 'number'
      ? fstatSync(file, { bigint: true })
      : statSync(file, { bigint: true, throwIfNoEntry: false })
  if (stats === undefined) return undefined
  if (!stats.isFile()) throw new Error('it is a folder, a device, a pipe or a socket, not a file')
  // Not the time of the last status change, which a rename changes.
  return `${stats.dev}:${stats.ino}:${stats.size}:${stats.mtimeNs}`
}
