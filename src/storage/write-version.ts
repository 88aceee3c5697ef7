import { nodeBuiltin } from '../platform/builtin.ts'
import { stampOf } from './file-stamp.ts'

const { closeSync, fchmodSync, fsyncSync, openSync, readSync, rmSync, statSync, writeSync } = nodeBuiltin('fs')

/** A change of a file: the text replaces the bytes from `keep` to `end`. */
export interface FileEdit {
  readonly keep: number
  readonly end: number
  readonly text: string | Uint8Array
}

/** An older version of a file, under a name of its own. The newest version begins with all of its bytes. */
export interface OlderVersion {
  readonly path: string
  readonly stamp: string
  readonly size: number
}

/**
 * Writes a changed copy of a file, and waits until it is on the disk.
 *
 * @param temporary the path of the copy; replaced if it exists
 * @param target the file
 * @param content its bytes; undefined if it does not exist
 * @returns the stamp of the copy
 */
export function writeCopy(temporary: string, target: string, content: Uint8Array | undefined, edit: FileEdit): string {
  const mode = statSync(target, { throwIfNoEntry: false })?.mode
  rmSync(temporary, { force: true })
  return writeTo(openSync(temporary, 'wx', mode), (handle) => {
    if (mode !== undefined) fchmodSync(handle, mode)
    let at = write(handle, content?.subarray(0, edit.keep) ?? '', 0)
    at = write(handle, edit.text, at)
    write(handle, content?.subarray(edit.end) ?? '', at)
  })
}

/**
 * Turns an older version of a file into a longer copy of the newest one, and waits until it is on the disk. It writes only what the
 * older version lacks, so that programs that are still reading it see no change.
 *
 * @param target the newest version
 * @param edit a change at the end of the file
 * @returns the stamp of the copy; undefined if the older version was changed or removed
 */
export function extendOlder({ path, stamp, size }: OlderVersion, target: string, edit: FileEdit): string | undefined {
  if (edit.keep < size || stampOf(path) !== stamp) return undefined
  return writeTo(openSync(path, 'r+'), (handle) => {
    const at = write(handle, read(target, size, edit.keep), size)
    write(handle, edit.text, at)
  })
}

function writeTo(handle: number, action: (handle: number) => void): string {
  try {
    action(handle)
    fsyncSync(handle)
    return stampOf(handle) ?? ''
  } finally {
    closeSync(handle)
  }
}

/** @returns the position behind the content */
function write(handle: number, content: string | Uint8Array, position: number): number {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  let at = 0
  while (at < bytes.length) at += writeSync(handle, bytes, at, bytes.length - at, position + at)
  return position + at
}

function read(file: string, from: number, to: number): Uint8Array {
  const bytes = new Uint8Array(to - from)
  const handle = openSync(file, 'r')
  try {
    let at = 0
    while (at < bytes.length) {
      const count = readSync(handle, bytes, at, bytes.length - at, from + at)
      if (count === 0) throw new Error('it was cut while it was read')
      at += count
    }
  } finally {
    closeSync(handle)
  }
  return bytes
}
