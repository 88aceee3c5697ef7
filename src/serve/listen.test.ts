import { existsSync, readFileSync } from 'node:fs'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import Anthropic from '@anthropic-ai/sdk'
import { openCassette } from 'msw-cassette'
import OpenAI from 'openai'
import { expect, onTestFinished, test, vi } from 'vitest'
import { buildCassette, readChunks } from '../../test/build-cassette.ts'
import { startServer } from '../../test/start-server.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import type { CassetteSource } from '../session/cassette-source.ts'
import type { ListenOptions } from './listen-options.ts'

const MODELS = 'https://api.openai.com/v1/models'
const EVENTS = ['data: 1\n\n', 'data: 22\n\n', 'data: [DONE]\n\n']

async function serve(source: CassetteSource, options: CassetteOptions = {}, listening?: ListenOptions) {
  const session = openCassette(source, { mode: 'replay', ...options })
  const server = await session.listen(listening)
  onTestFinished(() => server.close())
  return { session, server, models: `${server.urlFor('openai')}/v1/models` }
}

/** Sends a request with headers that `fetch` does not accept. */
function send(url: string, headers: Record<string, string>, method = 'GET'): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    httpRequest(url, { headers, method }, resolve).on('error', reject).end()
  })
}

test('the SDK of OpenAI plays a cassette at a base URL, and a mismatch has the text that it has in its own process', async () => {
  const { session, server } = await serve('fixtures/go-vcr-v2/openai-chat.yaml')
  const client = new OpenAI({ apiKey: 'unused', baseURL: `${server.urlFor('openai')}/v1` })
  const ask = async (content: string): Promise<string | null | undefined> => {
    const messages = [{ role: 'user' as const, content }]
    return (await client.chat.completions.create({ model: 'gpt-5-mini', messages })).choices[0]?.message.content
  }
  expect(await ask('How warm is it in Lisbon?')).toBe('It is 21 °C.')
  session.verify()
  const error: unknown = await ask('How warm is it in Porto?').catch((error: unknown) => error)
  expect(error).toMatchObject({ status: 400, message: expect.stringContaining(session.mismatches[0]?.message ?? '?') })
  expect(session.mismatches).toHaveLength(1)
})

test('each event arrives separately', async () => {
  const source = buildCassette({ url: MODELS, response: EVENTS.join(''), type: 'text/event-stream' })
  const { models } = await serve(source, { timing: { firstByte: 0, eventsPerSecond: 5 } })
  expect(await readChunks((await fetch(models)).body)).toEqual(EVENTS)
})

test('the head of a response arrives before its first event', async () => {
  const source = buildCassette({ url: MODELS, response: EVENTS.join(''), type: 'text/event-stream' })
  const { models } = await serve(source, { timing: { firstByte: 0, eventsPerSecond: 0.001 } })
  const { status, body } = await fetch(models)
  expect(status).toBe(200)
  await body?.cancel()
})

test('a client that leaves ends its stream, and the session can be closed', async () => {
  const source = buildCassette({ url: MODELS, response: EVENTS.join(''), type: 'text/event-stream' })
  const { models, session } = await serve(source, { timing: { eventsPerSecond: 0.001 } })
  const controller = new AbortController()
  const response = await fetch(models, { signal: controller.signal })
  const reading = expect(response.text()).rejects.toMatchObject({ name: 'AbortError' })
  controller.abort()
  await reading
  await session.close()
  session.verify()
})

test('a session that is closed ends the streams of its clients, and its server', async () => {
  const source = buildCassette({ url: MODELS, response: EVENTS.join(''), type: 'text/event-stream' })
  const { models, session } = await serve(source, { timing: { eventsPerSecond: 0.001 } })
  const response = await fetch(models)
  const reading = expect(response.text()).rejects.toThrow('terminated')
  await session.close()
  await reading
  await expect(fetch(models)).rejects.toThrow('fetch failed')
})

test('recording sends the key upstream, streams live and keeps the key off the disk', async () => {
  const sent: unknown[] = []
  const upstream = await startServer(async ({ headers, url }, response) => {
    sent.push({ authorization: headers.authorization, url })
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    for (const event of EVENTS) {
      response.write(event)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    response.end()
  })
  onTestFinished(() => upstream.close())
  const file = join(makeTempFolder(), 'recorded.yaml')
  const { session, server } = await serve(file, { mode: 'once' }, { routes: { anthropic: upstream.origin } })
  const client = new Anthropic({ apiKey: 'sk-ant-secret', baseURL: server.urlFor('anthropic') })
  const response = await client.messages
    .create({ model: 'claude', max_tokens: 1, messages: [{ role: 'user', content: 'hi' }], stream: true })
    .asResponse()
  expect(await text(response.body as never)).toBe(EVENTS.join(''))
  await session.close()
  expect(sent).toEqual([{ authorization: 'Bearer sk-ant-secret', url: '/v1/messages' }])
  const recorded = readFileSync(file, 'utf8')
  expect(recorded).toContain(`url: ${upstream.origin}/v1/messages`)
  expect(recorded).not.toContain('sk-ant-secret')
})

test('a redirect is followed inside of the server, so that its client stays at it', async () => {
  const moved = 'https://elsewhere.test/models'
  const source = buildCassette(
    { url: MODELS, status: 302, headers: [['Location', moved]] },
    { url: moved, response: '{"data":[]}', type: 'application/json' },
  )
  const { models, session } = await serve(source)
  expect(await (await fetch(models, { redirect: 'error' })).json()).toEqual({ data: [] })
  session.verify()
})

test('tests in any language read the status, verify and rewind', async () => {
  const { models, server } = await serve(
    buildCassette({ url: MODELS }, { url: `${MODELS}?token=secret-0123456789abcdef` }),
  )
  await fetch(models)
  await fetch(`${models}/unknown`)
  const status = {
    cassette: 'test.yaml',
    mode: 'replay',
    played: 1,
    recorded: 0,
    unplayed: [{ method: 'GET', url: `${MODELS}?token=[secret]` }],
    mismatches: [expect.stringContaining('No recorded interaction matches')],
  }
  expect(await (await fetch(`${server.url}/__cassette`)).json()).toEqual({ cassettes: [status] })
  const verified = await fetch(`${server.url}/__cassette/verify`, { method: 'POST' })
  expect({ status: verified.status, body: await verified.json() }).toEqual({
    status: 409,
    body: { cassettes: [status], failures: [expect.stringContaining('No recorded interaction matches')] },
  })
  const rewound = await fetch(`${server.url}/__cassette/rewind`, { method: 'POST' })
  expect(await rewound.json()).toMatchObject({ cassettes: [{ played: 0, mismatches: [] }] })
  const unknown = await fetch(`${server.url}/__cassette/verify`)
  expect({ status: unknown.status, body: await unknown.json() }).toEqual({
    status: 404,
    body: {
      message:
        'There is no GET /__cassette/verify. Known: GET /__cassette, POST /__cassette/rewind, POST /__cassette/verify.',
    },
  })
})

test('verify answers 200 if everything was played', async () => {
  const { models, server } = await serve(buildCassette({ url: MODELS }))
  await fetch(models)
  expect((await fetch(`${server.url}/__cassette/verify`, { method: 'POST' })).status).toBe(200)
})

test('a path without a route gets a 404 that lists the routes', async () => {
  const { server } = await serve(buildCassette({ url: MODELS }), {}, { routes: { mine: 'https://api.mine.test' } })
  const response = await fetch(`${server.url}/v1/models`)
  expect({ status: response.status, body: await response.json() }).toMatchObject({
    status: 404,
    body: {
      message: expect.stringMatching(
        /^No route of this server begins like \/v1\/models\. .*\/openai, .*\/azure\/\{place\}, .*\/mine\./,
      ),
    },
  })
})

test('a page of another site that lets its name lead to this machine is refused', async () => {
  const { models, session } = await serve(buildCassette({ url: MODELS }))
  const response = await send(models, { host: 'evil.test' })
  expect({ status: response.statusCode, body: await text(response) }).toEqual({
    status: 403,
    body: expect.stringContaining('the header \\"host\\" is evil.test'),
  })
  expect(session.played).toEqual([])
})

test('only the pages that `cors` names can read an answer', async () => {
  const origin = 'http://localhost:5173'
  const { models } = await serve(buildCassette({ url: MODELS }), {}, { cors: origin })
  const preflight = await send(
    models,
    { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    'OPTIONS',
  )
  expect([preflight.statusCode, preflight.headers]).toMatchObject([
    204,
    {
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'authorization',
    },
  ])
  expect((await fetch(models)).headers.get('access-control-allow-origin')).toBe(origin)
  const closed = await serve(buildCassette({ url: MODELS }))
  expect((await fetch(closed.models)).headers.has('access-control-allow-origin')).toBe(false)
})

test('a body that is too large is refused before it is read', async () => {
  const { models } = await serve(buildCassette())
  const response = await send(models, { 'content-length': String(300 * 1024 * 1024) }, 'POST').catch(
    (error: Error) => error,
  )
  expect(response).toMatchObject({ statusCode: 413 })
})

test('a port that is in use is reported, and an invalid option is refused', async () => {
  const { server } = await serve(buildCassette())
  const session = openCassette(buildCassette(), { mode: 'replay' })
  const port = Number(new URL(server.url).port)
  await expect(session.listen({ port })).rejects.toThrow(`Failed to listen on port ${port}: it is in use.`)
  await expect(session.listen({ port: -1 })).rejects.toThrow(
    'The option "port" is -1, and must be a port, or 0 for any free one.',
  )
  await expect(session.listen({ host: '1.2.3.4' as never })).rejects.toThrow('"host"')
  await expect(session.listen({ routes: { 'a/b': 'https://a.test' } })).rejects.toThrow('"routes"')
  await expect(session.listen({ routes: { a: 'ftp://a.test' } })).rejects.toThrow('"routes.a"')
  expect(() => server.urlFor('unknown')).toThrow('The option "route" is "unknown", and must be one of \'openai\'')
  expect(() => server.urlFor('azure')).toThrow('"place"')
  expect(server.urlFor('azure', 'my-resource')).toBe(`${server.url}/azure/my-resource`)
})

test('a failing network looks like one to the client', async () => {
  const file = join(makeTempFolder(), 'recorded.yaml')
  const print = vi.spyOn(console, 'error').mockReturnValue()
  const { server, session } = await serve(file, { mode: 'once' }, { routes: { gone: 'http://127.0.0.1:2' } })
  await expect(fetch(`${server.urlFor('gone')}/v1`)).rejects.toThrow('fetch failed')
  await session.close()
  print.mockRestore()
  expect(existsSync(file)).toBe(false)
})
