import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { expect, onTestFinished, test, vi } from 'vitest'
import { buildCassette, CHAT } from '../../test/build-cassette.ts'
import { startServer } from '../../test/start-server.ts'
import { createSession } from '../open/create-session.ts'
import { runInScope } from '../scope/active-sessions.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import { listen } from './listen.ts'
import { assertServerIntercepts } from './probe.ts'
import type { UnhandledPolicy } from './unhandled-policy.ts'

function start(policy: UnhandledPolicy = 'every-test'): () => void {
  let state: 'listening' | 'stopped' = 'listening'
  const end = listen(policy)
  const stop = (): void => {
    if (state === 'listening') end()
    state = 'stopped'
  }
  onTestFinished(stop)
  return stop
}

/** Runs a function as a test that has a cassette for `api.test`. */
function withSession<Result>(fn: () => Promise<Result>, options: CassetteOptions = {}): Promise<Result> {
  const source = buildCassette({ response: 'recorded' })
  const session = createSession({ source, options: { mode: 'replay', ...options }, saving: 'deferred' })
  onTestFinished(() => session.end())
  return runInScope(session, fn)
}

const answer = async (url: string): Promise<string> => {
  const response = await fetch(url)
  const text = await response.text()
  return `${response.status} ${text.slice(0, 200)}`
}

test('a test gets the answers of its cassette, and a mismatch for every other machine', async () => {
  start()
  const answers = await withSession(async () => [await answer(CHAT), await answer('https://other.test/')])
  expect(answers).toEqual(['200 recorded', expect.stringMatching(/^400 .*No recorded interaction matches/)])
})

test('a test without a cassette reaches no other machine, unless only tests with a cassette are kept off the network', async () => {
  const stop = start()
  expect(await answer('https://other.invalid/')).toMatch(/^400 .*Nothing answers GET/)
  stop()
  start('tests-with-a-cassette')
  await expect(answer('https://other.invalid/')).rejects.toThrow('fetch failed')
  expect(await withSession(() => answer('https://other.invalid/'))).toMatch(/^400 /)
})

test('telemetry of a test without a cassette gets an empty answer', async () => {
  start()
  const response = await fetch('https://api.segment.io/v1/batch', { method: 'POST', body: '{}' })
  expect({ ok: response.ok, refused: (await response.text()).includes('Nothing answers') }).toEqual({
    ok: true,
    refused: false,
  })
})

test('a server of this machine is left alone, unless it is a host of the cassette', async () => {
  await using local = await startServer((_request, response) => void response.end('local'))
  start()
  expect(await answer(local.origin)).toBe('200 local')
  expect(await withSession(() => answer(local.origin))).toBe('200 local')
  expect(await withSession(() => answer(local.origin), { hosts: [local.host] })).toMatch(/^400 /)
  expect(local.requests).toBe(2)
})

test.each(['every-test', 'tests-with-a-cassette'] as const)(
  'a WebSocket to another machine is closed with a reason, with the policy %s in a test with a cassette',
  async (policy) => {
    start(policy)
    const event = await withSession(
      () =>
        new Promise<CloseEvent>((resolve) => {
          new WebSocket('wss://api.test/v1/realtime').addEventListener('close', resolve)
        }),
    )
    expect({ code: event.code, reason: event.reason }).toEqual({
      code: 1008,
      reason: expect.stringMatching(/^msw-cassette refused a WebSocket or upgrade to wss:\/\/api\.test\/v1\/realtime/),
    })
    expect(new TextEncoder().encode(event.reason).length).toBeLessThanOrEqual(123)
  },
)

test('a test can begin while the server listens, and not after it was stopped', async () => {
  const stop = start()
  await expect(assertServerIntercepts()).resolves.toBeUndefined()
  stop()
  await expect(assertServerIntercepts()).rejects.toThrow(/^No MSW server is listening/)
  await expect(fetch('http://127.0.0.1:2/')).rejects.toThrow('fetch failed')
})

test('a server of the test alone lets it begin', async () => {
  const own = setupServer()
  own.listen()
  onTestFinished(() => own.close())
  await expect(assertServerIntercepts()).resolves.toBeUndefined()
})

test('a second server is refused while it listens, and the first one starts again after it was closed', async () => {
  start()
  const second = setupServer(http.all('*', () => HttpResponse.text('second')))
  second.listen()
  const refused = await assertServerIntercepts().catch(({ message }: Error) => message)
  second.close()
  await assertServerIntercepts()
  expect(refused).toMatch(/^Another MSW server was started next to msw-cassette's/)
  expect(await withSession(() => answer(CHAT))).toBe('200 recorded')
})

test('a second setup, as of the next test file of a process, replaces the first one', async () => {
  listen('every-test')
  vi.resetModules()
  const copy = await import('./listen.ts')
  onTestFinished(copy.listen('every-test'))
  await expect(assertServerIntercepts()).resolves.toBeUndefined()
  expect(await withSession(() => answer(CHAT))).toBe('200 recorded')
})
