import Anthropic from '@anthropic-ai/sdk'
import { setupServer } from 'msw/node'
import { listenOptions, openCassette } from 'msw-cassette'
import OpenAI from 'openai'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildCassette, CHAT } from '../build-cassette.ts'
import { waitUntil } from '../wait-until.ts'

const server = setupServer()
beforeAll(() => server.listen(listenOptions))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const failing = (status: number, request: object) => ({
  method: 'POST',
  request: JSON.stringify(request),
  status,
  type: 'application/json',
  // Honoured by both SDKs, which would wait half a second by themselves.
  headers: [['Retry-After-Ms', '1']] as const,
  response: JSON.stringify({ type: 'error', error: { type: 'server_error', message: 'recorded failure' } }),
})

test.each([408, 409, 429, 500, 503])(
  'a lone recorded %i answers the retries of the SDKs, which show it as it is',
  async (status) => {
    const openai = buildCassette(failing(status, { model: 'm', messages: [] }))
    const anthropic = buildCassette(failing(status, { model: 'm', max_tokens: 1, messages: [] }))
    await using session = openCassette(openai, { mode: 'replay' })
    await using other = openCassette(anthropic, { mode: 'replay' })
    server.use(...session.handlers, ...other.handlers)
    let requests = 0
    const count = (): void => void requests++
    server.events.on('request:start', count)
    const chat = new OpenAI({ apiKey: 'x', baseURL: 'https://api.test/v1' }).chat.completions
    await expect(chat.create({ model: 'm', messages: [] }, { path: '/chat' })).rejects.toMatchObject({
      status,
      message: expect.stringContaining('recorded failure'),
    })
    const { messages } = new Anthropic({ apiKey: 'x', baseURL: 'https://api.test' })
    await expect(
      messages.create({ model: 'm', max_tokens: 1, messages: [] }, { path: '/v1/chat' }),
    ).rejects.toMatchObject({ status })
    server.events.removeAllListeners()
    expect(requests).toBe(6)
    session.verify()
  },
)

test('a request whose client gave up before the first byte gives its interaction back', async () => {
  const slow = buildCassette({ response: 'slow' })
  await using session = openCassette(slow, { mode: 'replay', timing: { firstByte: 100 } })
  server.use(...session.handlers)
  for (const ask of [fetch, session.fetch]) {
    const controller = new AbortController()
    const failed = expect(ask(CHAT, { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' })
    await waitUntil(() => session.played.length === 1)
    controller.abort()
    await failed
    await waitUntil(() => session.played.length === 0)
  }
  expect(await (await fetch(CHAT)).text()).toBe('slow')
  session.verify()
})

test('a client that times out and tries again finds its recording', async () => {
  const exchange = { ...failing(200, { model: 'm', messages: [] }), duration: 150, response: '{"id":"recorded"}' }
  await using session = openCassette(buildCassette(exchange), { mode: 'replay', timing: 'recorded' })
  server.use(...session.handlers)
  const client = new OpenAI({ apiKey: 'x', baseURL: 'https://api.test/v1' })
  await expect(
    client.chat.completions.create({ model: 'm', messages: [] }, { path: '/chat', timeout: 50, maxRetries: 1 }),
  ).rejects.toThrow('timed out')
  expect({ mismatches: session.mismatches, played: session.played }).toEqual({ mismatches: [], played: [] })
})
