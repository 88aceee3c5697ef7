import Anthropic from '@anthropic-ai/sdk'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { CassetteMismatchError, fromCassette, listenOptions, openCassette } from 'msw-cassette'
import OpenAI from 'openai'
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { buildCassette, CHAT } from '../build-cassette.ts'
import { startServer } from '../start-server.ts'

const server = setupServer()
let requests = 0
beforeAll(() => {
  server.listen(listenOptions)
  server.events.on('request:start', () => void requests++)
})
afterEach(() => {
  requests = 0
  server.resetHandlers()
})
afterAll(() => server.close())

const recorded = buildCassette({
  method: 'POST',
  request: '{"model":"m","messages":[]}',
  type: 'application/json',
  response: '{}',
})

test('one request, no retries, and the whole message in the error of the OpenAI SDK', async () => {
  const session = openCassette(recorded, { mode: 'replay' })
  server.use(...session.handlers)
  const client = new OpenAI({ apiKey: 'x', baseURL: 'https://api.test/v1' })
  const asked = client.chat.completions.create({ model: 'other', messages: [] }, { path: '/chat' })
  await expect(asked)
    .rejects.toMatchObject({ status: 400, message: `400 ${session.mismatches[0]?.message}` })
    .catch(() => {})
  const error = await asked.catch((reason: unknown) => reason)
  expect({ message: String(error), requests }).toEqual({
    message: `Error: 400 ${session.mismatches[0]?.message}`,
    requests: 1,
  })
})

test('and in that of the Anthropic SDK', async () => {
  const session = openCassette(recorded, { mode: 'replay' })
  server.use(...session.handlers)
  const { messages } = new Anthropic({ apiKey: 'x', baseURL: 'https://api.test' })
  const asked = messages.create({ model: 'm', max_tokens: 1, messages: [] }, { path: '/v1/chat' })
  const error = await asked.catch((reason: unknown) => reason)
  expect(error).toMatchObject({
    status: 400,
    message: expect.stringContaining(session.mismatches[0]?.message ?? 'none'),
  })
  expect(requests).toBe(1)
})

test('the answer has the shape in which every SDK shows it', async () => {
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

test('verify fails a test that swallowed the answer: with the mismatch, or with all of them', async () => {
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

test('verify fails a test that never asked for a recording, where it is to', async () => {
  const verify = (onUnplayed: 'ignore' | 'warn' | 'error') => () =>
    openCassette(recorded, { mode: 'replay', onUnplayed }).verify()
  expect(verify('error')).toThrow(
    expect.objectContaining({ code: 'cassette_unplayed', file: 'test.yaml', unplayed: 1 }),
  )
  expect(verify('ignore')).not.toThrow()
})

test('verify lists no more of them than can be read', () => {
  const many = buildCassette(...Array.from({ length: 25 }, (_, index) => ({ url: `https://api.test/${index}` })))
  expect(() => openCassette(many, { mode: 'replay' }).verify()).toThrow(
    /^25 of 25 interactions.*\n {2}GET https:\/\/api\.test\/0\n(?:.*\n){19} {2}… and 5 more\nRemove them/,
  )
})

test('verify warns of a recording that was never asked for, where it is to', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  openCassette(recorded, { mode: 'replay', onUnplayed: 'warn' }).verify()
  expect(warn.mock.calls).toEqual([
    [
      '[msw-cassette] 1 of 1 interactions of test.yaml were never asked for:\n' +
        "  POST https://api.test/v1/chat\nRemove them, or allow them: { onUnplayed: 'ignore' }.",
    ],
  ])
})

test('onMismatch can be a network error, whose cause is the mismatch', async () => {
  const session = openCassette(recorded, { mode: 'replay', onMismatch: 'network-error' })
  server.use(...session.handlers)
  for (const ask of [fetch, session.fetch]) {
    const error: unknown = await ask(CHAT).catch((reason: unknown) => reason)
    const reasons = [error, error instanceof Error ? error.cause : undefined]
    expect(reasons.some((reason) => reason instanceof CassetteMismatchError)).toBe(true)
  }
})

test('onMismatch can be the real network', async () => {
  await using local = await startServer((_request, response, body) => void response.end(`real ${body}`))
  const cassette = buildCassette({ url: `${local.origin}/recorded`, response: 'recorded' })
  const session = openCassette(cassette, { mode: 'replay', onMismatch: 'passthrough' })
  server.use(...session.handlers)
  for (const ask of [fetch, session.fetch]) {
    expect(await (await ask(`${local.origin}/other`, { method: 'POST', body: 'sent' })).text()).toBe('real sent')
  }
  expect(await (await fetch(`${local.origin}/recorded`)).text()).toBe('recorded')
})

test.each([
  ['one before the other', ['respond', 'passthrough']],
  ['one after the other', ['passthrough', 'respond']],
] as const)('of several cassettes of a host each has to allow the real network, %s', async (_title, choices) => {
  await using local = await startServer((_request, response) => void response.end('real'))
  for (const onMismatch of choices) {
    const cassette = buildCassette({ url: `${local.origin}/${onMismatch}`, response: 'recorded' })
    const session = openCassette(cassette, { mode: 'replay', onMismatch })
    onTestFinished(() => session.close())
    server.use(...session.handlers)
  }
  expect((await fetch(`${local.origin}/other`)).status).toBe(400)
  expect(local.requests).toBe(0)
})

test('requests to other hosts, and handshakes of WebSockets, are left to other handlers', async () => {
  server.use(http.get('https://other.test/', () => HttpResponse.text('other')))
  server.use(http.get(CHAT, () => HttpResponse.text('handshake')))
  server.use(...openCassette(recorded, { mode: 'replay' }).handlers)
  expect(await (await fetch('https://other.test/')).text()).toBe('other')
  expect(
    await (await fetch(CHAT, { headers: { upgrade: 'websocket' } }).catch(() => new Response('refused'))).text(),
  ).toMatch(/handshake|refused/)
})

test.each(['/chat', '/models.json', '/a.txt', '/node_modules/a.js'])(
  'a request to another host never reaches the network, whatever its path looks like: %s',
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
])('several cassettes of one host answer side by side, %s', async (_title, handlers) => {
  server.use(...handlers())
  for (const name of ['a', 'b', 'a', 'b']) expect(await (await fetch(`https://api.test/${name}`)).text()).toBe(name)
  const { message } = await (await fetch('https://api.test/c')).json()
  expect(message).toMatch(/^No recorded interaction matches GET https:\/\/api\.test\/c in any of \d+ cassettes\n/)
})

test('what was recorded twice in two cassettes is played from both before it repeats', async () => {
  const [first, second] = ['first', 'second'].map((response) => buildCassette({ response }))
  server.use(...fromCassette([first, second] as never, { mode: 'replay' }))
  const texts: string[] = []
  for (const _ of [1, 2, 3]) texts.push(await (await fetch(CHAT)).text())
  expect(texts).toEqual(['first', 'second', 'first'])
})

test('an option that is undefined is one that was not given', async () => {
  server.use(...fromCassette(buildCassette({ response: 'again' }), { mode: 'replay', repeat: undefined as never }))
  for (const _ of [1, 2]) expect(await (await fetch(CHAT)).text()).toBe('again')
})

test('a thousand identical requests at once play a thousand recordings, each once', async () => {
  const exchanges = Array.from({ length: 1_000 }, (_, index) => ({
    method: 'POST',
    request: '{"a":1}',
    response: `${index}`,
  }))
  const session = openCassette(buildCassette(...exchanges), { mode: 'replay' })
  server.use(...session.handlers)
  const ask = async (index: number): Promise<string> => {
    const send = index % 10 === 0 ? fetch : session.fetch
    return (await send(CHAT, { method: 'POST', body: '{ "a": 1 }' })).text()
  }
  const texts = await Promise.all(exchanges.map((_, index) => ask(index)))
  expect(new Set(texts).size).toBe(1_000)
  session.verify()
})
