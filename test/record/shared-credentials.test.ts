import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type CassetteOptions, openCassette } from 'msw-cassette'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { provenanceOf } from '../../src/provenance/provenance.ts'
import { startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'

/** An invented token without the form of any provider's tokens. It has characters that JSON and URLs can escape. */
const TOKEN = 'Zq8v/T2mNf4L+wXk7RbJ3hYc6D'

beforeEach(() => vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => vi.restoreAllMocks())

type Send = (fetch: typeof globalThis.fetch, origin: string) => Promise<unknown>
type Answer = (request: IncomingMessage, response: ServerResponse) => void

const json = { 'content-type': 'application/json' }

async function post(
  fetch: typeof globalThis.fetch,
  url: string,
  body: unknown,
  headers: Record<string, string> = json,
): Promise<string> {
  const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
  const response = await fetch(url, { method: 'POST', headers, body: text as BodyInit })
  if (!response.ok) throw new Error(await response.text())
  return response.text()
}

/** Records the requests, and replays them with other credentials if the client has its own. Returns the cassette's text. */
async function recordAndReplay(answer: Answer, record: Send, replay: Send = record): Promise<string> {
  await using upstream = await startServer(answer)
  const file = join(makeTempFolder(), 'a.yaml')
  const session = openCassette(file, { mode: 'once', hosts: [upstream.host] })
  const recorded = await record(session.fetch, upstream.origin)
  await session.close()
  await using replayed = openCassette(file, { mode: 'replay' })
  expect(typeof (await replay(replayed.fetch, upstream.origin))).toBe(typeof recorded)
  replayed.verify()
  expect(new Set(replayed.played.map(provenanceOf))).toEqual(new Set(['recorded']))
  return readFileSync(file, 'utf8')
}

const login: Answer = (request, response) => {
  if (request.url === '/login') response.writeHead(200, json).end(JSON.stringify({ access_token: TOKEN, name: 'me' }))
  else response.writeHead(200, json).end('{"ok":true}')
}

const uses: Record<string, (fetch: typeof globalThis.fetch, origin: string, token: string) => Promise<unknown>> = {
  'a member of JSON': (fetch, origin, token) => post(fetch, `${origin}/a`, { session: token }),
  'the query': (fetch, origin, token) => post(fetch, `${origin}/a?session=${encodeURIComponent(token)}`, {}),
  'the path': (fetch, origin, token) => post(fetch, `${origin}/a/${encodeURIComponent(token)}/b`, {}),
  'a text': (fetch, origin, token) => post(fetch, `${origin}/a`, { say: `my token is ${token}.` }),
  'JSON with escaped slashes': (fetch, origin, token) =>
    post(fetch, `${origin}/a`, JSON.stringify({ say: token }).replaceAll('/', '\\/')),
  'JSON with escaped letters': (fetch, origin, token) =>
    post(fetch, `${origin}/a`, `{"say":"${token.replaceAll('D', '\\u0044').replaceAll('/', '\\u002F')}"}`),
  'a compressed body': (fetch, origin, token) =>
    post(fetch, `${origin}/a`, gzipSync(JSON.stringify({ say: token })), { ...json, 'content-encoding': 'gzip' }),
  'UTF-16': (fetch, origin, token) =>
    post(fetch, `${origin}/a`, Buffer.from(`\ufeff${JSON.stringify({ say: token })}`, 'utf16le')),
}

test.each(Object.entries(uses))(
  'a token that a login returns is replaced in %s of a later request, and the client that sends the placeholder matches',
  async (_, use) => {
    const text = await recordAndReplay(login, async (fetch, origin) => {
      const { access_token: token } = JSON.parse(await post(fetch, `${origin}/login`, {}))
      return use(fetch, origin, token)
    })
    for (const spelling of [TOKEN, encodeURIComponent(TOKEN), TOKEN.slice(0, 4), 'UTAy'])
      expect(text.includes(spelling)).toBe(false)
  },
)

test.each(Object.entries(uses).slice(0, 4))(
  'a key of the client is replaced in %s, and another key matches',
  async (_, use) => {
    const send =
      (key: string): Send =>
      async (fetch, origin) => {
        await post(fetch, `${origin}/first`, {}, { authorization: `Bearer ${key}` })
        return use(fetch, origin, key)
      }
    const text = await recordAndReplay(login, send(TOKEN), send('test-key-0000'))
    expect(text).not.toContain(TOKEN.slice(0, 4))
  },
)

test('a credential that a later exchange reveals is replaced in the recordings that are already on the disk', async () => {
  const text = await recordAndReplay(
    (request, response) => response.writeHead(200, json).end(request.url === '/a' ? `{"id":"${TOKEN}"}` : '{}'),
    async (fetch, origin) => {
      const { id } = JSON.parse(await post(fetch, `${origin}/a`, {}))
      return post(fetch, `${origin}/b`, {}, { authorization: `Bearer ${id}` })
    },
  )
  expect(text).not.toContain(TOKEN)
  expect(text).toContain('{"id":"REDACTED"}')
})

const echoes: Record<string, (token: string) => string> = {
  'several deltas of a stream': (token) =>
    (token.match(/.{1,5}/g) ?? [])
      .map((content) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`)
      .join(''),
  'hexadecimal digits': (token) => `it is ${Buffer.from(token).toString('hex')}`,
  base64: (token) => `it is ${btoa(`user:${token}`)}`,
  'percent-encoding in small letters': (token) => `it is ${encodeURIComponent(token).replaceAll('%2F', '%2f')}`,
  HTML: (token) => `<p>it is ${token.replaceAll('/', '&#x2F;')}</p>`,
}

test.each(Object.entries(echoes))('a token that a model repeats in %s is replaced', async (_, echo) => {
  const body = echo(TOKEN)
  const text = await recordAndReplay(
    (_request, response) => response.writeHead(200).end(body),
    (fetch, origin) => post(fetch, `${origin}/a`, {}, { authorization: `Bearer ${TOKEN}` }),
  )
  const pieces = body.match(/Zq8v|2f54326d|MmZO|cTh2L1Qy|Rb J|"J3hYc"/g) ?? []
  expect(pieces.filter((piece) => text.includes(piece))).toEqual([])
  expect(text).toContain('REDACTED')
})

test('the arguments of a tool call are redacted although they arrive in pieces', async () => {
  const pieces = JSON.stringify({ api_key: TOKEN, city: 'Bern' }).match(/.{1,7}/g) ?? []
  const events = pieces.map((partial_json) => `data: ${JSON.stringify({ delta: { partial_json } })}\n\n`)
  const text = await recordAndReplay(
    (_request, response) => response.writeHead(200, { 'content-type': 'text/event-stream' }).end(events.join('')),
    async (fetch, origin) => {
      const stream = await post(fetch, `${origin}/a`, {})
      const joined = [...stream.matchAll(/data: (.*)/g)]
        .map(([, data = '']) => JSON.parse(data).delta.partial_json)
        .join('')
      expect(JSON.parse(joined)).toMatchObject({ city: 'Bern' })
      return stream
    },
  )
  expect(text).not.toContain('T2mN')
})

const settings = ['key', 'token', 'sig', 'auth', 'secret']

const places: Record<string, (name: string, value: string) => [path: string, body: string, type: string]> = {
  'a query': (name, value) => [`/a?${name}=${value}`, '{}', 'application/json'],
  'a form': (name, value) => ['/a', `a=1&${name}=${value}`, 'application/x-www-form-urlencoded'],
  JSON: (name, value) => ['/a', JSON.stringify({ [name]: value }), 'application/json'],
}

test.each(Object.entries(places))(
  'requests that differ only in a setting in %s get their own responses',
  async (_, place) => {
    await using upstream = await startServer((request, response, body) => void response.end(`${request.url} ${body}`))
    const options: CassetteOptions = { hosts: [upstream.host] }
    const file = join(makeTempFolder(), 'a.yaml')
    const send = (fetch: typeof globalThis.fetch, name: string, value: string): Promise<string> => {
      const [path, body, type] = place(name, value)
      return post(fetch, upstream.origin + path, body, { 'content-type': type })
    }
    const values = settings.flatMap((name) =>
      ['language', 'timezone', 'max_tokens'].map((value) => [name, value] as const),
    )
    const session = openCassette(file, { ...options, mode: 'once' })
    const recorded = new Map<string, string>()
    for (const [name, value] of values) recorded.set(name + value, await send(session.fetch, name, value))
    await session.close()
    const replayed = openCassette(file, { ...options, mode: 'replay' })
    for (const [name, value] of values.toReversed())
      expect(await send(replayed.fetch, name, value)).toBe(recorded.get(name + value))
    replayed.verify()
    await expect(send(replayed.fetch, 'key', 'country')).rejects.toThrow('No recorded interaction matches')
    await replayed.close()
  },
)

test.each(['test', 'dummy-key', 'AIzaSyZq8vT2mNf4LwXk7RbJ3hYc6D'])(
  'a key in the query matches although the test has the key %s',
  async (key) => {
    const send =
      (value: string): Send =>
      (fetch, origin) =>
        post(fetch, `${origin}/models?key=${value}`, { contents: [] })
    const text = await recordAndReplay(login, send(['AI', 'zaSyB3hYc6DZq8vT2mNf4LwXk7RbJZq8vT2mN'].join('')), send(key))
    expect(text).toContain('?key=REDACTED')
  },
)

const jwt = ['eyJhbGciOiJSUzI1NiJ9', 'eyJpc3MiOiJtZUBhLnRlc3QifQ', 'c2lnbmF0dXJlLW9mLXRoZS1qd3Q'].join('.')

test.each([
  [
    'Google',
    'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=',
    'application/x-www-form-urlencoded',
  ],
  [
    'Azure',
    'grant_type=client_credentials&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=',
    'application/x-www-form-urlencoded',
  ],
  ['Google, in JSON', '{"grant_type":"urn:ietf:params:oauth:grant-type:jwt-bearer","assertion":"', 'application/json'],
])('the assertion of %s is recorded, redacted and replayed without an option', async (_, start, type) => {
  const send =
    (assertion: string): Send =>
    (fetch, origin) =>
      post(fetch, `${origin}/token`, start + assertion + (start.startsWith('{') ? '"}' : ''), { 'content-type': type })
  const answer: Answer = (_request, response) => response.writeHead(200, json).end(`{"access_token":"${TOKEN}"}`)
  const text = await recordAndReplay(answer, send(jwt), send(jwt.replace('c2ln', 'b3Ro')))
  expect(text).not.toContain('c2lnbmF0dXJl')
  expect(text).not.toContain(TOKEN)
})
