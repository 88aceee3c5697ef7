import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { RUN_FOLDER } from '../runner/recorded-files.ts'
import { UsageLog } from './usage-log.ts'

const LOG_FOLDER = 'MSW_CASSETTE_LOG_FOLDER'

beforeEach(() => {
  vi.stubEnv(LOG_FOLDER, undefined)
  vi.stubEnv(RUN_FOLDER, undefined)
})

afterEach(() => vi.unstubAllEnvs())

test('the first process creates a folder, and the processes that it starts join it', () => {
  const first = UsageLog.open()
  const folder = String(process.env[LOG_FOLDER])
  expect({ role: first.role, run: process.env[RUN_FOLDER] }).toEqual({ role: 'first', run: folder })
  expect(UsageLog.open().role).toBe('child')
  first.remove()
  expect(existsSync(folder)).toBe(false)
})

test('a process whose application has ended is the first one of another application', () => {
  vi.stubEnv(LOG_FOLDER, join(makeTempFolder(), 'removed'))
  vi.stubEnv(RUN_FOLDER, '/a/run')
  const log = UsageLog.open()
  expect({ role: log.role, run: process.env[RUN_FOLDER] }).toEqual({ role: 'first', run: '/a/run' })
  log.remove()
})

test('each process reads the events of the others, and not its own', () => {
  const folder = makeTempFolder()
  vi.stubEnv(LOG_FOLDER, folder)
  const log = UsageLog.open()
  log.add({ kind: 'used' })
  expect(log.others).toEqual([])
  writeFileSync(join(folder, '12-0.usage'), '{"kind":"used"}\n{"kind":"played","index":3}\n')
  writeFileSync(join(folder, '12-4.usage'), '')
  writeFileSync(join(folder, 'notes.txt'), 'other')
  expect(log.others).toEqual([
    { pid: 12, thread: 0, events: [{ kind: 'used' }, { kind: 'played', index: 3 }] },
    { pid: 12, thread: 4, events: [] },
  ])
})

test('the last line of a process that was killed while it wrote is ignored', () => {
  const folder = makeTempFolder()
  vi.stubEnv(LOG_FOLDER, folder)
  appendFileSync(join(folder, '12-0.usage'), '{"kind":"used"}\n{"kind":"pla')
  expect(UsageLog.open().others).toEqual([{ pid: 12, thread: 0, events: [{ kind: 'used' }] }])
})

test('a process that outlives its application neither fails nor restores the folder', () => {
  const folder = join(makeTempFolder(), 'application')
  mkdirSync(folder)
  vi.stubEnv(LOG_FOLDER, folder)
  const log = UsageLog.open()
  log.remove()
  log.add({ kind: 'used' })
  expect({ others: log.others, exists: existsSync(folder) }).toEqual({ others: [], exists: false })
})
