import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, expect, test, vi } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { lockTimeout, tryLock } from './lock-file.ts'

afterEach(() => void vi.useRealTimers())

interface LockedFile {
  readonly file: string
  readonly lock: string
}

/** Creates the path of a file and of its lock. */
function makeLocked(): LockedFile {
  const folder = makeTempFolder()
  const file = join(folder, 'a.yaml')
  const held = tryLock(file)
  const [name = ''] = readdirSync(folder)
  held?.release()
  return { file, lock: join(folder, name) }
}

const setAge = (lock: string, seconds: number): void => {
  const time = Date.now() / 1000 - seconds
  utimesSync(lock, time, time)
}

const sign = (lock: string, pid: number, host = hostname()): void =>
  writeFileSync(lock, JSON.stringify({ pid, host, id: 'x' }))

const dead = (): number => spawnSync(process.execPath, ['--version']).pid

const isFree = ({ file }: LockedFile): boolean => {
  const lock = tryLock(file)
  lock?.release()
  return lock !== undefined
}

test('only one of two can hold a lock, and releasing it leaves no file', () => {
  const { file, lock } = makeLocked()
  const first = tryLock(file)
  expect([first?.isHeld(), tryLock(file)]).toEqual([true, undefined])
  first?.release()
  expect(readdirSync(join(lock, '..'))).toEqual([])
})

test.each<[string, (lock: string) => void]>([
  ['of a process that has ended', (lock) => sign(lock, dead())],
  [
    'of a process that is alive but would have released it long ago: the id was given to another process, or a thread was terminated',
    (lock) => {
      sign(lock, process.pid)
      setAge(lock, 6)
    },
  ],
  [
    'from before the clock went back',
    (lock) => {
      sign(lock, process.pid)
      setAge(lock, -86_400)
    },
  ],
  [
    'of another machine that would have released it long ago',
    (lock) => {
      sign(lock, process.pid, 'elsewhere')
      setAge(lock, 31)
    },
  ],
  ['that is an empty folder', (lock) => mkdirSync(lock)],
  ...['', 'null', '[]', '{"pid":"x"}', 'something else'].map((text): [string, (lock: string) => void] => [
    `that contains ${JSON.stringify(text)}`,
    (lock) => {
      writeFileSync(lock, text)
      setAge(lock, 2)
    },
  ]),
])('takes over a lock %s', (_title, leave) => {
  const locked = makeLocked()
  leave(locked.lock)
  expect(isFree(locked)).toBe(true)
  expect(readdirSync(join(locked.lock, '..'))).toEqual([])
})

test.each<[string, (lock: string) => void]>([
  ['of a process that is alive', (lock) => sign(lock, process.pid)],
  ['of another machine', (lock) => sign(lock, dead(), 'elsewhere')],
  ['that another process is about to sign', (lock) => writeFileSync(lock, '')],
])('does not wait for a lock %s, and keeps it, even under fake timers', (_title, hold) => {
  const locked = makeLocked()
  hold(locked.lock)
  const before = readFileSync(locked.lock, 'utf8')
  vi.useFakeTimers({ now: Date.now() + 86_400_000 })
  expect(isFree(locked)).toBe(false)
  expect(readFileSync(locked.lock, 'utf8')).toBe(before)
})

test('a lock that another process has taken over is not held and not released', () => {
  const { file, lock } = makeLocked()
  const held = tryLock(file)
  sign(lock, process.pid)
  held?.release()
  expect([held?.isHeld(), JSON.parse(readFileSync(lock, 'utf8')).id]).toEqual([false, 'x'])
})

test('a folder with files in the place of the lock is an error, and is kept', () => {
  const { file, lock } = makeLocked()
  mkdirSync(join(lock, 'kept'), { recursive: true })
  expect(() => tryLock(file)).toThrow('not empty')
  expect(readdirSync(lock)).toEqual(['kept'])
})

test('the lock of a terminated thread blocks nobody for longer than a save can take', async () => {
  const locked = makeLocked()
  const program = `
    const { writeFileSync } = require('node:fs')
    writeFileSync(${JSON.stringify(locked.lock)}, JSON.stringify({ pid: process.pid, host: ${JSON.stringify(hostname())} }))
    setInterval(() => {}, 1000)
    require('node:worker_threads').parentPort.postMessage('locked')
  `
  const worker = new Worker(program, { eval: true })
  await once(worker, 'message')
  await worker.terminate()
  expect(isFree(locked)).toBe(false)
  setAge(locked.lock, 6)
  expect(isFree(locked)).toBe(true)
})

test('names that are as long as the file system permits can be locked', () => {
  const folder = makeTempFolder()
  const file = join(folder, 'a'.repeat(255))
  writeFileSync(file, '')
  const lock = tryLock(file)
  expect(lock?.isHeld()).toBe(true)
  renameSync(file, join(folder, 'b'))
  lock?.release()
  expect(readdirSync(folder)).toEqual(['b'])
})

test('the error for a lock that others hold names the lock, which can be removed', () => {
  const { file, lock } = makeLocked()
  expect(lockTimeout(file)).toMatchObject({
    code: 'cassette_save',
    file,
    message:
      `Failed to write the cassette ${file}: other processes have written it for 10 s, and hold ${lock}. ` +
      'Wait for them, or remove the lock if there are none.',
  })
})

test('an empty folder in the place of the lock is removed', () => {
  const locked = makeLocked()
  mkdirSync(locked.lock)
  expect(isFree(locked)).toBe(true)
  expect(readdirSync(join(locked.lock, '..'))).toEqual([])
})

test('spellings of one name on a file system that ignores case share a lock', () => {
  const folder = makeTempFolder()
  const lock = tryLock(join(folder, 'Caf\u00e9.yaml'))
  expect(tryLock(join(folder, 'cafe\u0301.YAML'))).toBeUndefined()
  lock?.release()
  expect(readdirSync(folder)).toEqual([])
})
