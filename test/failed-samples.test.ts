import { existsSync } from 'node:fs'
import { CassetteOptionError, CassetteSaveError, openCassette } from 'msw-cassette'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withCassette } from '../src/open/with-cassette.ts'
import { startSampling } from './start-sampling.ts'

beforeEach(() => void vi.stubEnv('CI', ''))
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

const overloaded = 'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\n\n'

test.each([
  [
    'an error in its stream',
    { type: 'text/event-stream', body: overloaded },
    'the answer contains an error (overloaded_error)',
  ],
  [
    'an error in its body',
    { type: 'application/json', body: '{"error":{"code":"server_error"}}' },
    'the answer contains an error (server_error)',
  ],
  ['no success', { status: 400, body: 'no' }, 'the answer has the status 400'],
  ['nothing but limits', { status: 429, after: '0' }, 'the answer has the status 429'],
])('a sample with %s is a clear error, and nothing is recorded', async (_, answer, reason) => {
  await using sampling = await startSampling({ '/a': [{}, answer] })
  const { file, server, open, ask } = sampling
  const session = open({ mode: 'record', samples: 3 })
  expect(await ask(session, '/a')).toBe('/a 0')
  const message = `Failed to record GET ${server.origin}/a: sample 1 of 3 failed: ${reason}. Nothing of it is recorded: record again, or fewer samples`
  await expect(session.save()).rejects.toThrow(new CassetteSaveError(file, message))
  expect(() => session.verify()).toThrow(message)
  await expect(session.close()).rejects.toThrow(message)
  expect(existsSync(file)).toBe(false)
})

test('an error in the stream that the client gets fails the recording of all samples', async () => {
  await using sampling = await startSampling({ '/a': [{ type: 'text/event-stream', body: overloaded }] })
  const { file, open, ask } = sampling
  const session = open({ mode: 'record', samples: 2 })
  expect(await ask(session, '/a')).toBe(overloaded)
  await expect(session.close()).rejects.toThrow('sample 0 of 2 failed: the answer contains an error (overloaded_error)')
  expect(existsSync(file)).toBe(false)
})

test('a test whose samples fail saves none of its requests', async () => {
  await using sampling = await startSampling({ '/b': [{}, { status: 400 }] })
  const { file, server } = sampling
  const run = withCassette(file, { mode: 'record', samples: 2, hosts: [server.host] }, async () => {
    for (const path of ['/a', '/b']) await (await fetch(server.origin + path)).text()
  })
  const { setupServer } = await import('msw/node')
  const { scopedCassettes } = await import('../src/index.ts')
  const msw = setupServer(...scopedCassettes())
  msw.listen()
  try {
    await expect(run()).rejects.toThrow('sample 1 of 2 failed')
  } finally {
    msw.close()
  }
  expect(existsSync(file)).toBe(false)
})

test.each([0, -1, 1.5, 101, Number.POSITIVE_INFINITY, Number.NaN, '5', null])('samples: %s is refused', (samples) => {
  expect(() => openCassette('never.yaml', { samples: samples as number })).toThrow(CassetteOptionError)
  expect(() => openCassette('never.yaml', { samples: samples as number })).toThrow('The option "samples" is ')
})
