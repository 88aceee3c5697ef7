import { expect, test } from 'vitest'
import { importWithClock } from '../../test/import-with-clock.ts'
import { startServer } from '../../test/start-server.ts'
import { waitUntil } from '../../test/wait-until.ts'
import type { Capture, OngoingExchange } from './capture-exchange.ts'

const { loaded, clock } = await importWithClock(() => import('./capture-samples.ts'))

/** An answer of the server. By default, it is `200` and its body is the number of the request. */
interface Answer {
  readonly status?: number
  readonly headers?: Record<string, string>
  readonly body?: string
  /** The connection breaks before or after the body has begun, or the headers or the end of the body never arrive. */
  readonly end?: 'refused' | 'broken' | 'silent' | 'open'
}

const LIMIT_MS = 600_000

/** Starts a server that gives these answers in turn. The last one is repeated. */
async function startUpstream(...answers: Answer[]) {
  const server = await startServer((_request, response) => {
    const { status = 200, headers = {}, body, end } = answers[server.requests - 1] ?? answers.at(-1) ?? {}
    if (end === 'silent') return
    if (end === 'refused') return void response.destroy()
    response.writeHead(status, { 'content-type': 'text/event-stream', ...headers })
    if (!end) return void response.end(body ?? `${server.requests}`)
    response.write('begun', () => end === 'broken' && response.destroy())
  })
  const capture = (samples: { perRequest: number; current?: number; runs?: number }): Promise<OngoingExchange> =>
    loaded.captureSamples({
      request: {
        method: 'POST',
        url: server.origin,
        headers: new Headers(),
        body: new TextEncoder().encode('hi'),
        signal: new AbortController().signal,
      },
      abortController: new AbortController(),
      transport: 'direct',
      samples: { current: 0, ...samples },
    })
  const ping = async (): Promise<string> => (await fetch(server.origin)).text()
  return { server, capture, ping, [Symbol.asyncDispose]: server.close }
}

/** Waits for a capture. All delays before retries end immediately and are returned. */
async function finish(exchange: OngoingExchange) {
  const delays: number[] = []
  let state: 'waiting' | 'done' = 'waiting'
  void exchange.captured.then(() => {
    state = 'done'
  })
  await waitUntil(() => {
    delays.push(...clock.end((ms) => ms < LIMIT_MS))
    return state === 'done'
  })
  return { capture: outline(await exchange.captured), delays, running: clock.delays }
}

/** Everything of a capture that depends on its samples. */
function outline(capture: Capture | undefined): object | undefined {
  if (!capture) return undefined
  const { interaction, failure, samples } = capture
  return {
    sample: interaction.sample,
    body: new TextDecoder().decode(interaction.response.body),
    failure,
    samples: samples?.map(outline),
  }
}

const failed = (reason: string): string => `${reason}. Nothing of it is recorded: record again, or fewer samples`

test('the same request is sent once for each sample, and no timer is left', async () => {
  await using upstream = await startUpstream({})
  const { capture, ...rest } = await finish(await upstream.capture({ perRequest: 3 }))
  const bodies = JSON.stringify(capture).match(/(?<="body":")\d/g)
  expect({ ...rest, bodies: bodies?.sort(), requests: upstream.server.requests }).toEqual({
    delays: [],
    running: [],
    bodies: ['1', '2', '3'],
    requests: 3,
  })
  expect(capture).toEqual({
    body: '1',
    samples: [
      { sample: 1, body: expect.any(String) },
      { sample: 2, body: expect.any(String) },
    ],
  })
})

test('a request of a test that runs once for each sample is sent once, and has the number of the run', async () => {
  await using upstream = await startUpstream({})
  const exchange = await upstream.capture({ perRequest: 3, current: 2, runs: 4 })
  expect({ ...(await finish(exchange)), requests: upstream.server.requests }).toEqual({
    capture: { sample: 2, body: '1' },
    delays: [],
    running: [],
    requests: 1,
  })
})

test('a failure names the number of the run, and how many there are', async () => {
  await using upstream = await startUpstream({ body: 'data: {"error":{"code":"server_error"}}\n\n' })
  expect((await finish(await upstream.capture({ perRequest: 1, current: 2, runs: 4 }))).capture).toEqual({
    sample: 2,
    body: 'data: {"error":{"code":"server_error"}}\n\n',
    failure: failed('sample 2 of 4 failed: the answer contains an error (server_error)'),
  })
})

test('an exchange under way, or ended by the exit of the process, has the number of its run', async () => {
  await using upstream = await startUpstream({ end: 'open' })
  const exchange = await upstream.capture({ perRequest: 1, current: 2, runs: 4 })
  await (exchange.response as Response).body?.getReader().read()
  const begun = { sample: 2, body: 'begun' }
  expect([outline(exchange.soFar()), outline(exchange.endNow())]).toEqual([begun, begun])
})

test('an exchange that the network cut short has no samples, and no capture at the exit of the process', async () => {
  await using upstream = await startUpstream({ end: 'broken' })
  const exchange = await upstream.capture({ perRequest: 2, current: 1, runs: 2 })
  void (exchange.response as Response).text().catch(() => {})
  expect([(await finish(exchange)).capture, exchange.endNow()]).toEqual([undefined, undefined])
})

test.each([300, 400, 429])(
  'an answer with the status %i is not sampled, because its client decides',
  async (status) => {
    const body = 'data: {"error":{"code":"server_error"}}\n\n'
    await using upstream = await startUpstream({ status, body })
    const { capture } = await finish(await upstream.capture({ perRequest: 3 }))
    expect([capture, upstream.server.requests]).toEqual([{ body }, 1])
  },
)

test.each<[string, Answer, string]>([
  ['a redirect', { status: 300 }, 'the answer has the status 300'],
  ['a refusal', { status: 400 }, 'the answer has the status 400'],
  ['an error', { body: 'data: {"error":{"code":"busy"}}\n\n' }, 'the answer contains an error (busy)'],
  ['no answer', { end: 'refused' }, 'fetch failed'],
  ['a part of an answer', { end: 'broken' }, 'the connection broke'],
])('none of the samples is recorded if one gets %s', async (_title, answer, reason) => {
  await using upstream = await startUpstream({}, answer)
  expect(await finish(await upstream.capture({ perRequest: 3 }))).toEqual({
    capture: { body: '1', failure: failed(`sample 1 of 3 failed: ${reason}`) },
    delays: [],
    running: [],
  })
})

test.each(['silent', 'open'] as const)(
  'a sample fails if its answer does not end within 10 minutes: %s',
  async (end) => {
    await using upstream = await startUpstream({}, { end }, {})
    const exchange = await upstream.capture({ perRequest: 2 })
    await waitUntil(() => upstream.server.requests === 2)
    // A body that was sent before this answer has begun to arrive when this answer has arrived.
    await upstream.ping()
    expect(clock.end((ms) => ms === LIMIT_MS)).toEqual([LIMIT_MS])
    expect(await finish(exchange)).toEqual({
      capture: { body: '1', failure: failed('sample 1 of 2 failed: the answer did not end within 10 minutes') },
      delays: [],
      running: [],
    })
  },
)

const dateIn = (ms: number): Date => new Date(Date.now() + ms)
const DAY = 86_400_000

test.each<[string, Record<string, string>, number[]]>([
  ['nothing', {}, [500, 1_000]],
  ['a number of seconds', { 'retry-after': '7' }, [7_000, 7_000]],
  ['a part of a second', { 'retry-after': '0.25' }, [250, 250]],
  ['no delay', { 'retry-after': '0' }, [0, 0]],
  ['milliseconds, which come first', { 'retry-after-ms': '30', 'retry-after': '7' }, [30, 30]],
  ['milliseconds that are not a number', { 'retry-after-ms': 'soon', 'retry-after': '7' }, [7_000, 7_000]],
  ['a longer time than a minute', { 'retry-after': '3600' }, [60_000, 60_000]],
  ['tomorrow', { 'retry-after': dateIn(DAY).toUTCString() }, [60_000, 60_000]],
  ['tomorrow, as an ISO date', { 'retry-after': dateIn(DAY).toISOString() }, [60_000, 60_000]],
  ['tomorrow, with an offset', { 'retry-after': dateIn(DAY).toUTCString().replace('GMT', '+0000') }, [60_000, 60_000]],
  ['yesterday', { 'retry-after': dateIn(-DAY).toUTCString() }, [500, 1_000]],
  ['a text', { 'retry-after': 'later' }, [500, 1_000]],
])('a sample is requested again after the delay of its answer: %s', async (_title, headers, expected) => {
  await using upstream = await startUpstream({}, { status: 429, headers }, { status: 500, headers }, {})
  expect(await finish(await upstream.capture({ perRequest: 2 }))).toEqual({
    capture: { body: '1', samples: [{ sample: 1, body: '4' }] },
    delays: expected,
    running: [],
  })
})

test('a date in half a minute is converted to milliseconds', async () => {
  const headers = { 'retry-after': dateIn(30_000).toUTCString() }
  await using upstream = await startUpstream({}, { status: 429, headers }, {})
  const { delays } = await finish(await upstream.capture({ perRequest: 2 }))
  expect(delays).toEqual([expect.any(Number)])
  expect(delays[0]).toBeGreaterThan(500)
  expect(delays[0]).toBeLessThanOrEqual(30_000)
})

test('a sample is requested three times, and not again', async () => {
  await using upstream = await startUpstream({}, { status: 429 }, { status: 429 }, { status: 503 }, {})
  expect({
    ...(await finish(await upstream.capture({ perRequest: 2 }))),
    requests: upstream.server.requests,
  }).toEqual({
    capture: { body: '1', failure: failed('sample 1 of 2 failed: the answer has the status 503') },
    delays: [500, 1_000],
    running: [],
    requests: 4,
  })
})
