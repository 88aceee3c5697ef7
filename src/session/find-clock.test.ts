import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildCassette, type Exchange } from '../../test/build-cassette.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import { createSession } from '../open/create-session.ts'
import { openCassette } from '../open/open-cassette.ts'
import type { CassetteOptions } from './cassette-options.ts'

const DATE = 'Thu, 02 Jan 2025 03:04:05 GMT'

async function clockOf(exchanges: readonly Exchange[], options: CassetteOptions): Promise<string | undefined> {
  const source = buildCassette(...exchanges)
  const session = createSession({
    source,
    options: { clock: true, ...options },
    saving: 'deferred',
    ifMissing: 'empty',
  })
  session.end()
  return session.clock?.toISOString()
}

const dated: Exchange = { headers: [['Date', DATE]] }

test('the clock of a replay is the first recorded time, or that of the first date header', async () => {
  expect(await clockOf([{}, dated, { headers: [['Date', 'Fri, 03 Jan 2025 00:00:00 GMT']] }], { mode: 'replay' })).toBe(
    '2025-01-02T03:04:05.000Z',
  )
  expect(await clockOf([dated], { mode: 'new-episodes' })).toBe('2025-01-02T03:04:05.000Z')
})

test.each<[string, readonly Exchange[], CassetteOptions]>([
  ['without the option', [dated], { mode: 'replay', clock: false }],
  ['that passes all requests through', [dated], { mode: 'passthrough' }],
  ['of an empty cassette', [], { mode: 'replay' }],
])('a session %s shows the real time', async (_, exchanges, options) => {
  expect(await clockOf(exchanges, options)).toBeUndefined()
})

test('a session that records again shows the real time', () => {
  const file = join(makeTempFolder(), 'a.yaml')
  writeFileSync(file, stringifyCassette(buildCassette(dated)))
  const session = createSession({ source: file, options: { mode: 'record', clock: true }, saving: 'deferred' })
  session.end()
  expect(session.clock).toBeUndefined()
})

test.each([
  ['no date', []],
  ['an invalid date', [['Date', 'yesterday']] as const],
])('a cassette with %s is refused', async (_, headers) => {
  await expect(clockOf([{ headers }], { mode: 'replay' })).rejects.toThrow(
    'The option "clock" needs the time of the recording, and no interaction of test.yaml has a recorded_at',
  )
})

test('a cassette that does not belong to a test is refused', () => {
  expect(() => openCassette(buildCassette(dated), { clock: true })).toThrow('needs the cassette of a test')
})
