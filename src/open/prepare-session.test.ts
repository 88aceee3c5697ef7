import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { globalSlot } from '../platform/global-slot.ts'
import { drainOpenedCassettes } from '../runner/opened-cassettes.ts'
import { markRecorded } from '../runner/recorded-files.ts'
import { cassetteDefaults } from '../session/cassette-defaults.ts'
import { sessionModules } from './node-modules.ts'
import { type Opening, prepareSession } from './prepare-session.ts'

const seed = readFileSync('fixtures/go-vcr-v2/openai-chat.yaml', 'utf8')

beforeEach(() => {
  for (const name of ['CI', 'MSW_CASSETTE_MODE', 'MSW_CASSETTE_RUN_FOLDER']) vi.stubEnv(name, '')
  drainOpenedCassettes()
})
afterEach(() => {
  vi.unstubAllEnvs()
  for (const slot of ['defaults/1', 'recorded-files/1']) globalSlot(slot).set(undefined)
})

const prepare = (opening: Partial<Opening> & Pick<Opening, 'source'>) => {
  const { mode, policy, options, loaded } = prepareSession(
    { options: {}, saving: 'deferred', ...opening },
    sessionModules,
  )
  return { mode, policy, options, presence: loaded.presence, interactions: loaded.cassette.interactions.length }
}

const write = (): string => {
  const file = join(makeTempFolder(), 'a.yaml')
  writeFileSync(file, seed)
  return file
}

const RECORD = { matched: 'record', unmatched: 'record' }
const REPLAY = { matched: 'replay', unmatched: 'mismatch' }
const ADD = { matched: 'replay', unmatched: 'record' }

test('the options of the cassette come before the defaults of the setup file, and those before the built-in ones', () => {
  cassetteDefaults({ repeat: 'all', timing: 'recorded', hosts: ['a.test'] })
  const builtInDefaults = { repeat: 'last', timing: 'instant', onUnplayed: 'ignore' } as const
  expect(prepare({ source: seed, builtInDefaults, options: { timing: 'instant', hosts: ['b.test'] } }).options).toEqual(
    {
      repeat: 'all',
      timing: 'instant',
      onUnplayed: 'ignore',
      hosts: ['a.test', 'b.test'],
    },
  )
})

test.each([
  ['a missing file is recorded', 'missing', {}, { mode: 'once', policy: RECORD, presence: 'missing' }],
  ['an existing file is replayed', 'found', {}, { mode: 'once', policy: REPLAY, presence: 'found' }],
  ['in CI, an existing file is replayed', 'found', { CI: '1' }, { mode: 'replay', policy: REPLAY, presence: 'found' }],
  [
    'with the variable, an existing file is recorded again',
    'found',
    { MSW_CASSETTE_MODE: 'record' },
    { mode: 'record', policy: RECORD, presence: 'missing' },
  ],
] as const)('without an option, %s', (_, presence, variables, expected) => {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  const source = presence === 'found' ? write() : join(makeTempFolder(), 'a.yaml')
  expect(prepare({ source })).toMatchObject(expected)
})

test('a test that shares a file with another test of the same run adds to it', () => {
  const file = write()
  markRecorded(file)
  const added = { policy: ADD, presence: 'found', interactions: 1 }
  expect(prepare({ source: file })).toMatchObject({ mode: 'once', ...added })
  expect(prepare({ source: file, options: { mode: 'record' } })).toMatchObject({ mode: 'record', ...added })
  expect(prepare({ source: file, options: { mode: 'replay' } })).toMatchObject({ mode: 'replay', policy: REPLAY })
  expect(prepare({ source: write(), options: { mode: 'record' } })).toMatchObject({ policy: RECORD, interactions: 0 })
})

test('openCassette with an explicit mode means that mode, and adds only if the variable re-records the run', () => {
  const file = write()
  markRecorded(file)
  const saving = 'immediate'
  expect(prepare({ source: file, saving, options: { mode: 'record' } }).policy).toEqual(RECORD)
  expect(prepare({ source: file, saving }).policy).toEqual(REPLAY)
  vi.stubEnv('MSW_CASSETTE_MODE', 'record')
  expect(prepare({ source: file, saving }).policy).toEqual(ADD)
})

test('only cassettes that a test opens itself are registered as opened', () => {
  const [opened, ofTest] = [write(), write()]
  prepare({ source: opened, saving: 'immediate' })
  prepare({ source: seed, saving: 'immediate' })
  prepare({ source: ofTest })
  expect(drainOpenedCassettes()).toEqual([opened])
})

test('a cassette that can not be written is refused before the first request, unless it can stay empty', () => {
  const source = join(write(), 'folder', 'a.yaml')
  expect(() => prepare({ source })).toThrow(expect.objectContaining({ code: 'cassette_save' }))
  expect(prepare({ source, ifMissing: 'empty' })).toMatchObject({ policy: RECORD, presence: 'missing' })
  expect(existsSync(source)).toBe(false)
})

test('an expired cassette is recorded again if the options allow it, and is refused in CI', () => {
  const source = write()
  const options = { expires: new Date('2100-01-01'), onExpired: 'record' } as const
  expect(prepare({ source, options }).mode).toBe('record')
  vi.stubEnv('CI', '1')
  expect(() => prepare({ source, options })).toThrow(expect.objectContaining({ code: 'cassette_expired' }))
})

test.each([null, 1, 'replay'])('the options %j are refused', (options) => {
  expect(() => prepare({ source: seed, options: options as never })).toThrow(
    expect.objectContaining({ code: 'cassette_option', option: 'options' }),
  )
})
