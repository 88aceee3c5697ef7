import { CassetteSaveError } from '../errors/errors.ts'
import { nodeBuiltin } from '../platform/builtin.ts'
import { currentTime } from '../platform/clock.ts'
import { isAlive } from './is-alive.ts'
import { showPath } from './show-path.ts'
import { systemErrorCode } from './system-error.ts'

const { createHash, randomUUID } = nodeBuiltin('crypto')
const { closeSync, lstatSync, openSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } = nodeBuiltin('fs')
const { hostname } = nodeBuiltin('os')
const { basename, dirname, join } = nodeBuiltin('path')

/**
 * A lock of this age is abandoned even if a process with its id is alive: a save takes milliseconds, but its thread can have been
 * terminated, or its id can belong to another process now.
 */
const STALE_LOCK_AGE_MS = 5_000
/** The same for the lock of another machine, whose clock can differ. */
const STALE_FOREIGN_LOCK_AGE_MS = 30_000
/** A lock without an owner is abandoned after this time: its process was killed while it wrote the lock. */
const UNSIGNED_LOCK_AGE_MS = 1_000

/** How long to try to lock a file. It is longer than any lock on this machine stays in force. */
export const LOCK_TIMEOUT_MS = 10_000

/** A file that this process has locked. */
export interface Lock {
  /** If this process was suspended for long, another one might have taken the lock over. */
  isHeld(): boolean
  release(): void
}

/**
 * Locks a file against other processes and threads by creating a file next to it, and takes over locks that are abandoned. It does
 * not wait.
 *
 * @param file an absolute path without links; its folder exists
 * @returns undefined if another process or thread holds the lock
 * @throws Error if the lock can't be created
 */
export function tryLock(file: string): Lock | undefined {
  const lock = lockPath(file)
  const token = JSON.stringify({ pid: process.pid, host: hostname(), id: randomUUID() })
  if (!create(lock, token) && !(removeStale(lock) && create(lock, token))) return undefined
  const isHeld = (): boolean => readIfExists(lock) === token
  return {
    isHeld,
    release() {
      if (isHeld()) rmSync(lock, { force: true })
    },
  }
}

/** The error for a file that could not be locked in time. */
export function lockTimeout(file: string): CassetteSaveError {
  const seconds = LOCK_TIMEOUT_MS / 1000
  return new CassetteSaveError(
    file,
    `Failed to write the cassette ${showPath(file)}: other processes have written it for ${seconds} s, and hold ` +
      `${showPath(lockPath(file))}. ` +
      'Wait for them, or remove the lock if there are none.',
  )
}

/**
 * The path of the lock. It has a fixed length, because the name of the cassette can be as long as the file system permits, and is
 * the same for all spellings of that name on a file system that ignores case.
 */
function lockPath(file: string): string {
  const name = basename(file).normalize('NFC').toLowerCase()
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 16)
  return join(dirname(file), `.${hash}.cassette.lock`)
}

function create(lock: string, token: string): boolean {
  try {
    const handle = openSync(lock, 'wx')
    try {
      writeFileSync(handle, token)
    } catch (error) {
      rmSync(lock, { force: true })
      throw error
    } finally {
      closeSync(handle)
    }
    return true
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false
    throw error
  }
}

/**
 * Removes a lock that is abandoned. Renames it first: if several processes find it stale, only one can rename it, and it then checks
 * that it has not moved a newer lock.
 *
 * @returns whether there is no lock any more
 */
function removeStale(lock: string): boolean {
  const stats = lstatSync(lock, { throwIfNoEntry: false })
  if (stats === undefined) return true
  if (stats.isDirectory()) {
    rmdirSync(lock)
    return true
  }
  const token = readIfExists(lock)
  // In both directions: the clock can have gone back since.
  if (!isStale(token, Math.abs(currentTime() - stats.mtimeMs))) return false
  const moved = `${lock}.${randomUUID()}`
  try {
    renameSync(lock, moved)
  } catch {
    return false
  }
  if (readIfExists(moved) === token) rmSync(moved, { force: true })
  else renameSync(moved, lock)
  return true
}

function isStale(token: string | undefined, age: number): boolean {
  const { pid, host } = parseToken(token)
  if (typeof pid !== 'number') return age > UNSIGNED_LOCK_AGE_MS
  if (host !== hostname()) return age > STALE_FOREIGN_LOCK_AGE_MS
  return !isAlive(pid) || age > STALE_LOCK_AGE_MS
}

function parseToken(token = ''): { pid?: unknown; host?: unknown } {
  try {
    return JSON.parse(token) ?? {}
  } catch {
    return {}
  }
}

function readIfExists(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
