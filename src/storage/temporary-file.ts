import { nodeBuiltin } from '../platform/builtin.ts'
import { currentTime } from '../platform/clock.ts'
import { isAlive } from './is-alive.ts'

const { randomUUID } = nodeBuiltin('crypto')
const { closeSync, fchmodSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } =
  nodeBuiltin('fs')
const { dirname, join } = nodeBuiltin('path')

/** A new path in the same folder, because only a rename within a file system is atomic. */
export function temporaryPath(file: string): string {
  return join(dirname(file), `.${randomUUID()}.${process.pid}.cassette.tmp`)
}

/**
 * Writes a new file, and waits until it is on the disk.
 *
 * @param mode the file's permissions; default: those that the process gives to new files
 */
export function writeDurably(file: string, content: string | Uint8Array, mode?: number): void {
  const handle = openSync(file, 'wx', mode)
  try {
    if (mode !== undefined) fchmodSync(handle, mode)
    writeFileSync(handle, content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Writes a file, or replaces it atomically: a program that reads it gets either the old content or the new one. */
export function replaceDurably(file: string, content: string): void {
  const temporary = temporaryPath(file)
  try {
    writeDurably(temporary, content)
    renameSync(temporary, file)
  } finally {
    rmSync(temporary, { force: true })
  }
}

/** A temporary file of this age is not in use any more: its process was killed. */
const LEFTOVER_AGE_MS = 600_000
/** The same if there is no such process on this machine. It could be on another one. */
const ORPHAN_AGE_MS = 10_000
const LEFTOVER = /^\.[\da-f-]{36}\.(?:(\d+)\.)?cassette\.tmp$|\.cassette\.lock\.[\da-f-]{36}$/

/** Removes the temporary files of processes that were killed. */
export function removeLeftovers(folder: string): void {
  const now = currentTime()
  for (const name of readdirSync(folder)) {
    const [match, pid] = LEFTOVER.exec(name) ?? []
    if (match === undefined) continue
    const file = join(folder, name)
    const age = now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now)
    const limit = pid === undefined || isAlive(Number(pid)) ? LEFTOVER_AGE_MS : ORPHAN_AGE_MS
    if (age > limit) rmSync(file, { force: true })
  }
}
