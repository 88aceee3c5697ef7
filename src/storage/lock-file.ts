import { CassetteSaveError } from '../errors/errors.ts'
import { nodeBuiltin } from '../platform/builtin.ts'
import { systemErrorCode } from './system-error.ts'

const { randomUUID } = nodeBuiltin('crypto')
const { readFileSync, renameSync, rmSync, statSync, writeFileSync } = nodeBuiltin('fs')
const { hostname } = nodeBuiltin('os')

/** How long to wait for another process, in ms. One save takes some milliseconds. */
const LOCK_TIMEOUT_MS = 10_000

/** A lock of this age, in ms, is nobody's: its process may have run on a machine that can't be asked. */
const STALE_AGE = 30_000

/** A lock of this age, in ms, that does not say whose it is was left by a process that was killed while it made it. */
const UNSIGNED_AGE = 1_000

/**
 * Locks a file against other processes, with a file beside it. What a killed process left behind is taken over.
 *
 * @param file an absolute path
 * @returns unlocks
 * @throws CassetteSaveError where another process holds the lock for too long
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
    pause(5 + Math.random() * 10)
  }
  return () => {
    // Another process may have taken it over, where this one was asleep for long.
    if (readIfThere(lock) === token) rmSync(lock, { force: true })
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

/** Renamed before it is removed: of several processes that find it stale, one gets it, and sees whether it is the one it meant. */
function removeStale(lock: string): void {
  const token = readIfThere(lock)
  if (token === undefined || !isStale(lock, token)) return
  const taken = `${lock}.${randomUUID()}`
  try {
    renameSync(lock, taken)
  } catch {
    return
  }
  const mine = readIfThere(taken) === token
  if (!mine) renameSync(taken, lock)
  else rmSync(taken, { force: true })
}

function isStale(lock: string, token: string): boolean {
  const { pid, host } = parseToken(token)
  if (pid === undefined) return ageOf(lock) > UNSIGNED_AGE
  return host === hostname() ? !isAlive(pid) : ageOf(lock) > STALE_AGE
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

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Without a turn of the event loop: a save is one step, and fake timers have no say in it. */
function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
