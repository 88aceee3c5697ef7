import { once } from 'node:events'
import nodeHttp from 'node:http'
import Anthropic from '@anthropic-ai/sdk'
import { HttpResponse, http } from 'msw'
import { CassetteMismatchError, fromCassette, openCassette } from 'msw-cassette'
import OpenAI from 'openai'
import { expect, onTestFinished, test, vi } from 'vitest'
import { buildCassette, CHAT } from '../build-cassette.ts'
import { startServer } from '../start-server.ts'
import { countRequests } from './count-requests.ts'
import { isRunner } from './listen-to.ts'
import { startMswServer } from './start-msw-server.ts'

const server = startMswServer()
const requests = countRequests(server)

const recorded = buildCassette({
  method: 'POST',
  request: '{"model":"m","messages":[]}',
  type: 'application/json',
  response: '{}',
})

test('the OpenAI SDK does not retry a mismatch, and its error has the whole message', async () => {
  const session = openCassette(recorded, { mode: 'replay' })
  server.use(...session.handlers)
  const client = new OpenAI({ apiKey: 'x', baseURL: 'https://api.test/v1' })
  const error = await client.chat.completions
    .create({ model: 'other', messages: [] }, { path: '/chat' })
    .catch((reason: unknown) => reason)
  expect(session.mismatches).toHaveLength(1)
  expect(error).toMatchObject({ status: 400, message: `400 ${session.mismatches[0]?.message}` })
  expect({ message: String(error), requests: requests() }).toEqual({
    message: `Error: 400 ${session.mismatches[0]?.message}`,
    requests: 1,
  })
})

test('the Anthropic SDK does not retry a mismatch, and its error has the whole message', async () => {
  const session = openCassette(recorded, { mode: 'replay' })
  server.use(...session.handlers)
  const { messages } = new Anthropic({ apiKey: 'x', baseURL: 'https://api.test' })
  const error = await messages
    .create({ model: 'm', max_tokens: 1, messages: [] }, { path: '/v1/chat' })
    .catch((reason: unknown) => reason)
  expect(error).toMatchObject({
    status: 400,
    message: expect.stringContaining(session.mismatches[0]?.message ?? 'none'),
  })
  expect(requests()).toBe(1)
})

test('the mismatch response has the fields from which each SDK takes its message', async () => {
  const session = openCassette(recorded, { mode: 'replay' })
  server.use(...session.handlers)
  const response = await fetch(CHAT)
  const { message } = session.mismatches[0] ?? {}
  expect([response.status, response.headers.get('x-should-retry'), await response.json()]).toEqual([
    400,
    'false',
    {
      type: 'error',
      error: { type: 'cassette_mismatch', code: 400, message, status: 'INVALID_ARGUMENT', param: null },
      message,
    },
  ])
  const ollama = openCassette(buildCassette({ url: 'http://ollama.test/api/chat' }), { mode: 'replay' })
  const answer = await ollama.fetch('http://ollama.test/api/chat', { method: 'POST' })
  expect(await answer.json()).toEqual({ error: ollama.mismatches[0]?.message })
})

test('verify throws a mismatch that the test swallowed, or an AggregateError of several', async () => {
  const session = openCassette(recorded, { mode: 'replay' })
  server.use(...session.handlers)
  await fetch(CHAT)
  expect(() => session.verify()).toThrow(session.mismatches[0])
  expect(session.mismatches[0]).toBeInstanceOf(CassetteMismatchError)
  await fetch(CHAT)
  expect(() => session.verify()).toThrow(
    expect.objectContaining({ name: 'AggregateError', errors: [...session.mismatches] }),
  )
  session.rewind()
  expect(session.mismatches).toEqual([])
})

test('verify throws for unplayed interactions, unless `onUnplayed` is "ignore"', async () => {
  const verify = (onUnplayed: 'ignore' | 'warn' | 'error') => () =>
    openCassette(recorded, { mode: 'replay', onUnplayed }).verify()
  expect(verify('error')).toThrow(
    expect.objectContaining({ code: 'cassette_unplayed', file: 'test.yaml', unplayed: 1 }),
  )
  expect(verify('ignore')).not.toThrow()
})

test('verify lists at most 20 unplayed interactions', () => {
  const many = buildCassette(...Array.from({ length: 25 }, (_, index) => ({ url: `https://api.test/${index}` })))
  expect(() => openCassette(many, { mode: 'replay' }).verify()).toThrow(
    /^25 of 25 interactions.*\n {2}GET https:\/\/api\.test\/0\n(?:.*\n){19} {2}… and 5 more\nRemove them/,
  )
})

test('verify warns about unplayed interactions if `onUnplayed` is "warn"', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  openCassette(recorded, { mode: 'replay', onUnplayed: 'warn' }).verify()
  expect(warn.mock.calls).toEqual([
    [
      '[msw-cassette] 1 of 1 interactions of test.yaml were never requested:\n' +
        "  POST https://api.test/v1/chat\nRemove them (in Vitest and Jest, run the tests with -u), or allow them: { onUnplayed: 'ignore' }.",
    ],
  ])
})

test('with `onMismatch: network-error`, the request fails with the mismatch as cause', async () => {
  const session = openCassette(recorded, { mode: 'replay', onMismatch: 'network-error' })
  server.use(...session.handlers)
  for (const send of [fetch, session.fetch]) {
    const error: unknown = await send(CHAT).catch((reason: unknown) => reason)
    const reasons = [error, error instanceof Error ? error.cause : undefined]
    expect(reasons.some((reason) => reason instanceof CassetteMismatchError)).toBe(true)
  }
})

test('with `onMismatch: passthrough`, the request reaches the network', async () => {
  await using local = await startServer((_request, response, body) => void response.end(`real ${body}`))
  const cassette = buildCassette({ url: `${local.origin}/recorded`, response: 'recorded' })
  const session = openCassette(cassette, { mode: 'replay', onMismatch: 'passthrough' })
  server.use(...session.handlers)
  for (const send of [fetch, session.fetch]) {
    expect(await (await send(`${local.origin}/other`, { method: 'POST', body: 'sent' })).text()).toBe('real sent')
  }
  expect(await (await fetch(`${local.origin}/recorded`)).text()).toBe('recorded')
})

test.each([
  ['one before the other', ['respond', 'passthrough']],
  ['one after the other', ['passthrough', 'respond']],
] as const)(
  'a request reaches the network only if every cassette for its host allows it, %s',
  async (_title, choices) => {
    await using local = await startServer((_request, response) => void response.end('real'))
    for (const onMismatch of choices) {
      const cassette = buildCassette({ url: `${local.origin}/${onMismatch}`, response: 'recorded' })
      const session = openCassette(cassette, { mode: 'replay', onMismatch })
      onTestFinished(() => session.close())
      server.use(...session.handlers)
    }
    expect((await fetch(`${local.origin}/other`)).status).toBe(400)
    expect(local.requests).toBe(0)
  },
)

test('requests to other hosts are left to other handlers', async () => {
  server.use(http.get('https://other.test/', () => HttpResponse.text('other')))
  server.use(...openCassette(recorded, { mode: 'replay' }).handlers)
  expect(await (await fetch('https://other.test/')).text()).toBe('other')
})

test.each(['request', 'get'] as const)(
  'a WebSocket that no cassette contains is refused, if its client opens it with `http.%s`',
  async (name) => {
    const session = openCassette(buildCassette({ url: 'http://api.test/socket' }), { mode: 'replay' })
    server.use(...session.handlers)
    // fetch refuses to send an `upgrade` header.
    const headers = {
      upgrade: 'websocket',
      connection: 'upgrade',
      'sec-websocket-key': 'dGVzdA==',
      'sec-websocket-version': '13',
    }
    const client = nodeHttp[name]('http://api.test/socket', { headers }).end()
    const [error] = await once(client, 'response').catch((reason: unknown) => [reason])
    expect(error).toMatchObject({ message: expect.stringContaining('ws://api.test/socket') })
    expect(session.mismatches).toMatchObject([{ request: { url: 'ws://api.test/socket' } }])
  },
)

test.skipIf(isRunner).each(['/chat', '/models.json', '/a.txt', '/node_modules/a.js'])(
  'a request to another host never reaches the network, even if its path looks like that of an asset: %s',
  async (path) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => log.mockRestore())
    await using local = await startServer((_request, response) => void response.end('real'))
    server.use(...openCassette(recorded, { mode: 'replay' }).handlers)
    const error: unknown = await fetch(local.origin + path).catch((reason: unknown) => reason)
    const reasons = [error, error instanceof Error ? error.cause : undefined]
    expect(reasons).toContainEqual(expect.objectContaining({ code: 'cassette_session' }))
    const socket = new WebSocket(`${local.origin.replace('http', 'ws')}${path}`)
    await new Promise((resolve) => socket.addEventListener('error', resolve))
    expect(local.requests).toBe(0)
  },
)

const [a, b] = ['a', 'b'].map((name) => buildCassette({ url: `https://api.test/${name}`, response: name })) as [
  ReturnType<typeof buildCassette>,
  ReturnType<typeof buildCassette>,
]

test.each([
  ['in one call', () => fromCassette([a, b], { mode: 'replay' })],
  ['one before the other', () => [...fromCassette(a, { mode: 'replay' }), ...fromCassette(b, { mode: 'replay' })]],
  ['one after the other', () => [...fromCassette(b, { mode: 'replay' }), ...fromCassette(a, { mode: 'replay' })]],
])('several cassettes for one host all answer, %s', async (_title, handlers) => {
  server.use(...handlers())
  for (const name of ['a', 'b', 'a', 'b']) expect(await (await fetch(`https://api.test/${name}`)).text()).toBe(name)
  const { message } = await (await fetch('https://api.test/c')).json()
  expect(message).toMatch(/^No recorded interaction matches GET https:\/\/api\.test\/c in any of \d+ cassettes\n/)
})

test('a request that two cassettes recorded is played from both before it repeats', async () => {
  const [first, second] = ['first', 'second'].map((response) => buildCassette({ response }))
  server.use(...fromCassette([first, second] as never, { mode: 'replay' }))
  const texts: string[] = []
  for (const _ of [1, 2, 3]) texts.push(await (await fetch(CHAT)).text())
  expect(texts).toEqual(['first', 'second', 'first'])
})

test('an option that is undefined has its default', async () => {
  server.use(...fromCassette(buildCassette({ response: 'again' }), { mode: 'replay', repeat: undefined as never }))
  for (const _ of [1, 2]) expect(await (await fetch(CHAT)).text()).toBe('again')
})

test('a thousand identical concurrent requests play a thousand interactions once each', async () => {
  const exchanges = Array.from({ length: 1_000 }, (_, index) => ({
    method: 'POST',
    request: '{"a":1}',
    response: `${index}`,
  }))
  const session = openCassette(buildCassette(...exchanges), { mode: 'replay' })
  server.use(...session.handlers)
  const texts = await Promise.all(
    exchanges.map(async (_, index) => {
      const send = index % 10 === 0 ? fetch : session.fetch
      return (await send(CHAT, { method: 'POST', body: '{ "a": 1 }' })).text()
    }),
  )
  expect(new Set(texts).size).toBe(1_000)
  session.verify()
})
