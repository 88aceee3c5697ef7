import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import {
  CassetteOptionError,
  type CassetteOptions,
  CassetteSecretError,
  type CassetteSession,
  openCassette,
} from 'msw-cassette'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type LocalServer, startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'

// An invented key, joined here so that secret scanners do not report this file.
const KEY = ['sk', 'proj', 'Zq8vT2mNf4LwXk7RbJ3hYc6D'].join('-')

beforeEach(() => vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

const MEMBERS = [
  'api_key',
  'apiKey',
  'access_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'password',
  'secret',
]

/** Returns the key, in a different place for each path. */
function echo({ url = '/' }: IncomingMessage, response: ServerResponse): void {
  const json = JSON.stringify({ ...Object.fromEntries(MEMBERS.map((name) => [name, KEY])), note: `you sent ${KEY}` })
  switch (new URL(url, 'http://a').pathname) {
    case '/headers':
      for (const name of ['x-api-key', 'authorization', 'x-echo', 'set-cookie', 'openai-organization'])
        response.setHeader(name, `${KEY}; Path=/`)
      response.end('ok')
      return
    case '/sse':
      response.setHeader('content-type', 'text/event-stream')
      response.end(
        [1, 2, 3].map((n) => `data: ${JSON.stringify({ n, api_key: KEY, text: `key=${KEY}` })}\n\n`).join(''),
      )
      return
    case '/redirect':
      response.writeHead(302, { location: `/json?api_key=${KEY}` }).end()
      return
    case '/gzip':
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(gzipSync(json))
      return
    case '/br':
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'br' })
      response.end(brotliCompressSync(json))
      return
    default:
      response.writeHead(200, { 'content-type': 'application/json' }).end(json)
  }
}

const record = (upstream: LocalServer, options: CassetteOptions = {}): CassetteSession =>
  openCassette(join(makeTempFolder(), 'a.yaml'), { mode: 'once', hosts: [upstream.host], ...options })

test('a key that occurs in over 50 places is saved in none of them, and the cassette can still be replayed', async () => {
  await using upstream = await startServer(echo)
  const session = record(upstream)
  const send = async (fetch: typeof globalThis.fetch): Promise<number[]> => {
    const statuses: number[] = []
    for (const path of ['/headers', '/sse', '/redirect', '/gzip', '/br', '/json']) {
      const response = await fetch(`${upstream.origin}${path}?key=${KEY}&api_key=${KEY}`, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${KEY}`,
          'X-Api-Key': KEY,
          Cookie: `s=${KEY}`,
        },
        body: JSON.stringify({ path, api_key: KEY, nested: { password: KEY, text: `my key is ${KEY}` } }),
      })
      statuses.push(response.status)
      await response.text()
    }
    return statuses
  }
  const statuses = await send(session.fetch)
  await session.close()
  const file = session.cassette.path ?? ''
  const text = readFileSync(file, 'utf8')
  const spellings = [KEY, encodeURIComponent(KEY), btoa(KEY).slice(0, -4), KEY.slice(8)]
  expect(spellings.filter((spelling) => text.includes(spelling))).toEqual([])
  expect(text.match(/REDACTED/g)?.length).toBeGreaterThan(50)

  await using replayed = openCassette(file, { mode: 'replay' })
  expect(await send(replayed.fetch)).toEqual(statuses)
  replayed.verify()
})

/** Records a response with a text. Returns the error that prevented the save, and the saved file. */
async function recordText(text: string, options: CassetteOptions = {}): Promise<{ error: unknown; saved: string }> {
  await using upstream = await startServer((_request, response) => void response.end(text))
  const session = record(upstream, options)
  await (await session.fetch(upstream.origin)).text()
  const error: unknown = await session.close().catch((reason: unknown) => reason)
  const file = session.cassette.path ?? ''
  return { error, saved: existsSync(file) ? readFileSync(file, 'utf8') : '' }
}

test('a text that looks like a key prevents the save, and no message shows it', async () => {
  const { error, saved } = await recordText(`for example ${KEY}, as text`)
  expect(error).toBeInstanceOf(CassetteSecretError)
  expect(error).toMatchObject({
    findings: [{ place: expect.stringContaining('response.body'), kind: expect.any(String) }],
  })
  expect(saved).toBe('')
  expect([String(error), ...vi.mocked(console.error).mock.calls.flat()].join()).not.toContain(KEY)
})

test('the value of an environment variable with a credential’s name prevents the save, plain and as base64', async () => {
  const value = 'correct-horse-battery'
  vi.stubEnv('MY_SERVICE_TOKEN', value)
  for (const text of [`it is ${value}`, `it is ${btoa(`user:${value}`)}`]) {
    const { error, saved } = await recordText(text)
    expect(error).toMatchObject({ code: 'cassette_secret', message: expect.stringContaining('MY_SERVICE_TOKEN') })
    expect(String(error)).not.toContain(value)
    expect(saved).toBe('')
  }
})

test('`redact` replaces a text that looks like a key, and `allowSecrets` lets it be saved', async () => {
  const redacted = await recordText(`for example ${KEY}`, { redact: { patterns: [/sk-proj-\w+/g] } })
  expect(redacted.error).toBeUndefined()
  expect(redacted.saved).toContain('for example')
  expect(redacted.saved).not.toContain(KEY)
  const allowed = await recordText(`for example ${KEY}`, { allowSecrets: [/sk-proj-Zq8v/] })
  expect(allowed.error).toBeUndefined()
  expect(allowed.saved).toContain(KEY)
})

test.each([
  { redact: null },
  { redact: [] },
  { redact: { header: [] } },
  { redact: { json: ['user'] } },
  { redact: { patterns: ['x'] } },
  { hooks: null },
  { hooks: { afterCapture: 'x' } },
  { allowSecrets: /x/ },
])('the invalid options %j are refused', (options) => {
  const file = join(makeTempFolder(), 'a.yaml')
  expect(() => openCassette(file, { mode: 'once', ...(options as object) })).toThrow(CassetteOptionError)
})
