import Anthropic from '@anthropic-ai/sdk'
import { openCassette } from 'msw-cassette'
import OpenAI from 'openai'
import { expect, test } from 'vitest'
import { buildCassette, CHAT } from '../build-cassette.ts'
import { waitUntil } from '../wait-until.ts'
import { countRequests } from './count-requests.ts'
import { startMswServer } from './start-msw-server.ts'

const server = startMswServer()
const requests = countRequests(server)

const failing = (status: number, request: object) => ({
  method: 'POST',
  request: JSON.stringify(request),
  status,
  type: 'application/json',
  // Both SDKs respect this header. Without it, they would wait for half a second before a retry.
  headers: [['Retry-After-Ms', '1']] as const,
  response: JSON.stringify({ type: 'error', error: { type: 'server_error', message: 'recorded failure' } }),
})

test.each([408, 409, 429, 500, 503])(
  'one recorded %i also answers the retries of the SDKs, which report the recorded error',
  async (status) => {
    const openai = buildCassette(failing(status, { model: 'm', messages: [] }))
    const anthropic = buildCassette(failing(status, { model: 'm', max_tokens: 1, messages: [] }))
    await using session = openCassette(openai, { mode: 'replay', timing: 'recorded' })
    await using other = openCassette(anthropic, { mode: 'replay', timing: 'recorded' })
    server.use(...session.handlers, ...other.handlers)
    const chat = new OpenAI({ apiKey: 'x', baseURL: 'https://api.test/v1' }).chat.completions
    await expect(chat.create({ model: 'm', messages: [] }, { path: '/chat' })).rejects.toMatchObject({
      status,
      message: expect.stringContaining('recorded failure'),
    })
    const { messages } = new Anthropic({ apiKey: 'x', baseURL: 'https://api.test' })
    await expect(
      messages.create({ model: 'm', max_tokens: 1, messages: [] }, { path: '/v1/chat' }),
    ).rejects.toMatchObject({ status })
    expect(requests()).toBe(6)
    session.verify()
  },
)

test('a recorded retry-after does not delay the retry of an SDK', async () => {
  const limited = { ...failing(429, { model: 'm', messages: [] }), headers: [['Retry-After', '4']] as const }
  await using session = openCassette(buildCassette(limited, { ...limited, status: 200, response: '{"id":"x"}' }), {
    mode: 'replay',
  })
  server.use(...session.handlers)
  const chat = new OpenAI({ apiKey: 'x', baseURL: 'https://api.test/v1', timeout: 1_000 }).chat.completions
  const start = performance.now()
  expect(await chat.create({ model: 'm', messages: [] }, { path: '/chat' })).toMatchObject({ id: 'x' })
  expect(performance.now() - start).toBeLessThan(3_000)
  session.verify()
})

test.each([
  ['instant', { 'retry-after': '0', 'retry-after-ms': '0' }],
  ['recorded', { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT', 'retry-after-ms': '1500' }],
] as const)('with the timing %s, the retry headers are %j', async (timing, headers) => {
  const recorded = [
    ['Retry-After', 'Wed, 21 Oct 2026 07:28:00 GMT'],
    ['retry-after-ms', '1500'],
  ] as const
  const cassette = buildCassette({ status: 503, headers: recorded }, { url: `${CHAT}/2` })
  await using session = openCassette(cassette, { mode: 'replay', timing })
  const [first, second] = [await session.fetch(CHAT), await session.fetch(`${CHAT}/2`)]
  expect(Object.fromEntries(first.headers)).toMatchObject(headers)
  expect([...second.headers.keys()].filter((name) => name.startsWith('retry-after'))).toEqual([])
})

test('a request that is aborted before its first byte releases its interaction', async () => {
  const slow = buildCassette({ response: 'slow' })
  await using session = openCassette(slow, { mode: 'replay', timing: { firstByte: 100 } })
  server.use(...session.handlers)
  for (const send of [fetch, session.fetch]) {
    const controller = new AbortController()
    const failed = expect(send(CHAT, { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' })
    await waitUntil(() => session.played.length === 1)
    controller.abort()
    await failed
    await waitUntil(() => session.played.length === 0)
  }
  expect(await (await fetch(CHAT)).text()).toBe('slow')
  session.verify()
})

test('a client that times out and retries claims its interaction again', async () => {
  const exchange = { ...failing(200, { model: 'm', messages: [] }), duration: 150, response: '{"id":"recorded"}' }
  await using session = openCassette(buildCassette(exchange), { mode: 'replay', timing: 'recorded' })
  server.use(...session.handlers)
  const client = new OpenAI({ apiKey: 'x', baseURL: 'https://api.test/v1' })
  await expect(
    client.chat.completions.create({ model: 'm', messages: [] }, { path: '/chat', timeout: 50, maxRetries: 1 }),
  ).rejects.toThrow('timed out')
  expect({ mismatches: session.mismatches, played: session.played }).toEqual({ mismatches: [], played: [] })
})
