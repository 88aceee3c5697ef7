import { CassetteSaveError } from '../errors/errors.ts'
import { nodeBuiltin } from '../platform/builtin.ts'
import { systemErrorCode } from './system-error.ts'

const { randomUUID } = nodeBuiltin('crypto')
const { readFileSync, renameSync, rmSync, statSync, writeFileSync } = nodeBuiltin('fs')
const { hostname } = nodeBuiltin('os')

/** How long to wait for another process. A save takes a few milliseconds. */
const LOCK_TIMEOUT_MS = 10_000

/** A lock of another machine is abandoned after this time, because its process can't be checked from here. */
const STALE_LOCK_AGE_MS = 30_000

/** A lock without an owner is abandoned after this time: its process was killed while it wrote the lock. */
const UNSIGNED_LOCK_AGE_MS = 1_000

/**
 * Locks a file against other processes by creating a `.lock` file next to it. Removes the locks of killed processes.
 *
 * @param file an absolute path
 * @returns a function that unlocks the file
 * @throws CassetteSaveError if another process holds the lock for more than 10 s
 */
export function lockFile(file: string): () => void {
  const lock = `${file}.lock`
  const token = JSON.stringify({ pid: process.pid, host: hostname(), id: randomUUID() })
  const start = performance.now()
  while (!tryLock(lock, token)) {
    removeStale(lock)
    if (performance.now() - start > LOCK_TIMEOUT_MS) {
      throw new CassetteSaveError(
        file,
        `Failed to write the cassette ${file}: another process holds ${lock}. Remove it if none does.`,
      )
    }
    block(5 + Math.random() * 10)
  }
  return () => {
    // If this process was suspended for long, another one might have taken the lock over.
    if (readIfExists(lock) === token) rmSync(lock, { force: true })
  }
}

function tryLock(lock: string, token: string): boolean {
  try {
    writeFileSync(lock, token, { flag: 'wx' })
    return true
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false
    throw error
  }
}

/**
 * Renames the lock before removing it. If several processes find it stale, only one can rename it, and it then checks that it
 * has not moved a newer lock.
 */
function removeStale(lock: string): void {
  const token = readIfExists(lock)
  if (token === undefined || !isStale(lock, token)) return
  const moved = `${lock}.${randomUUID()}`
  try {
    renameSync(lock, moved)
  } catch {
    return
  }
  if (readIfExists(moved) === token) rmSync(moved, { force: true })
  else renameSync(moved, lock)
}

function isStale(lock: string, token: string): boolean {
  const { pid, host } = parseToken(token)
  if (pid === undefined) return ageOf(lock) > UNSIGNED_LOCK_AGE_MS
  return host === hostname() ? !isAlive(pid) : ageOf(lock) > STALE_LOCK_AGE_MS
}

function parseToken(token: string): { pid?: number; host?: string } {
  try {
    return JSON.parse(token) ?? {}
  } catch {
    return {}
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemErrorCode(error) === 'EPERM'
  }
}

function ageOf(lock: string): number {
  try {
    return Date.now() - statSync(lock).mtimeMs
  } catch {
    return 0
  }
}

function readIfExists(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Blocks the thread: a save is synchronous, and fake timers must not affect it. */
function block(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
