import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  CassetteExpiredError,
  CassetteOptionError,
  type CassetteOptions,
  openCassette,
  stringifyCassette,
} from 'msw-cassette'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { buildCassette } from '../build-cassette.ts'
import { startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'

const DAY = 86_400_000
/** The time is the real one: a test that fakes it does not change the age of a recording. */
const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY)

beforeEach(() => {
  vi.stubEnv('CI', '')
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** Opens a cassette that was recorded this many days ago. */
function openAfter(days: number, options: CassetteOptions, url?: string): ReturnType<typeof openCassette> {
  const cassette = buildCassette({ response: 'recorded', ...(url ? { url } : {}) })
  const file = join(makeTempFolder(), 'a.yaml')
  const interactions = cassette.interactions.map((interaction) => ({ ...interaction, recordedAt: daysAgo(days) }))
  writeFileSync(file, stringifyCassette({ ...cassette, interactions }))
  return openCassette(file, { mode: 'replay', ...options })
}

test('a recording that is older than an age or a date causes a warning and is replayed', async () => {
  for (const expires of ['30d', '720h', daysAgo(30)] as const) {
    await openAfter(31, { expires }).close()
    expect(vi.mocked(console.warn)).toHaveBeenLastCalledWith(
      expect.stringMatching(
        new RegExp(
          `has expired: it holds a recording of ${daysAgo(31).toISOString().slice(0, 10)}.*MSW_CASSETTE_MODE=record`,
        ),
      ),
    )
  }
})

test('a recording that is younger causes no warning', async () => {
  for (const expires of ['30d', '40000m', daysAgo(21)] as const) {
    await openAfter(20, { expires, onExpired: 'error' }).close()
  }
  expect(console.warn).not.toHaveBeenCalled()
})

test('with `onExpired: error`, an expired cassette is refused', () => {
  expect(() => openAfter(31, { expires: '30d', onExpired: 'error' })).toThrow(CassetteExpiredError)
})

test('with `onExpired: record`, an expired cassette is recorded again, but neither in CI nor in mode replay', async () => {
  await using upstream = await startServer((_request, response) => void response.end('new'))
  const options = { mode: 'once', expires: '30d', onExpired: 'record', hosts: [upstream.host] } as const
  const session = openAfter(31, options, upstream.origin)
  expect(session.mode).toBe('record')
  expect(await (await session.fetch(upstream.origin)).text()).toBe('new')
  await session.close()

  expect(() => openAfter(31, { ...options, mode: 'replay' }, upstream.origin)).toThrow(CassetteExpiredError)
  vi.stubEnv('CI', 'true')
  expect(() => openAfter(31, options, upstream.origin)).toThrow(CassetteExpiredError)
  expect(upstream.requests).toBe(1)
})

test.each([new Date('the day after'), '30', 30, '30 days'])('%s is not a valid age', (expires) => {
  expect(() => openAfter(1, { expires: expires as never })).toThrow(CassetteOptionError)
})

test('a recording without a date never expires', async () => {
  const file = join(makeTempFolder(), 'a.yaml')
  writeFileSync(file, stringifyCassette(buildCassette({ response: 'recorded' })))
  await using session = openCassette(file, { mode: 'replay', expires: '1m', onExpired: 'error' })
  expect(session.unplayed).toHaveLength(1)
  expect(console.warn).not.toHaveBeenCalled()
})
