import { readFileSync } from 'node:fs'
import { openCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette, CHAT } from '../build-cassette.ts'
import { startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { startMswServer } from './start-msw-server.ts'
import { startRecording } from './start-recording.ts'

const server = startMswServer()

const JSON_TYPE = { 'content-type': 'application/json' }
const post = (url: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body, headers })

test('telemetry is neither sent, recorded nor a mismatch, also if it goes to the host of the model', async () => {
  await using upstream = await startServer((_request, response) => {
    response.end('hi')
  })
  const session = startRecording(server, upstream)
  const traces = () => post(`${upstream.origin}/v1/traces/ingest`, `{"at":${Math.random()}}`, JSON_TYPE)
  const ask = async () => (await post(`${upstream.origin}/v1/chat`, '{}', JSON_TYPE)).text()
  expect([await (await traces()).json(), await ask()]).toEqual([{}, 'hi'])
  await session.close()
  expect([upstream.requests, session.recorded.map(({ request }) => new URL(request.url).pathname)]).toEqual([
    1,
    ['/v1/chat'],
  ])
  server.resetHandlers()
  await using replay = openCassette(session.file, { mode: 'replay' })
  server.use(...replay.handlers)
  for (const url of ['https://api.smith.langchain.com/runs/batch', 'http://localhost:4318/v1/traces'])
    expect((await post(url, '{}', JSON_TYPE)).status).toBe(200)
  const protobuf = await post('https://otel.test/v1/traces', 'x', { 'content-type': 'application/x-protobuf' })
  expect([protobuf.status, await protobuf.text(), protobuf.headers.get('content-type')]).toEqual([
    200,
    '',
    'application/x-protobuf',
  ])
  expect([(await traces()).status, await ask()]).toEqual([200, 'hi'])
  replay.verify()
})

test('telemetry that is already in a cassette can stay unplayed, and an excepted service is recorded', async () => {
  const recorded = {
    method: 'POST',
    url: 'https://api.openai.com/v1/traces/ingest',
    request: '{}',
    response: 'recorded',
  }
  const cassette = buildCassette(recorded, {})
  await using session = openCassette(cassette, { mode: 'replay' })
  await session.fetch(CHAT)
  session.verify()
  expect(await (await session.fetch(recorded.url, { method: 'POST', body: '{}' })).text()).toBe('recorded')
  expect(await (await session.fetch(recorded.url, { method: 'POST', body: '{"a":1}' })).text()).toBe('{}')
  session.verify()
  await using other = openCassette(cassette, { mode: 'replay', telemetry: { except: ['openai-agents'] } })
  await other.fetch(CHAT)
  expect(() => other.verify()).toThrow('1 of 2 interactions')
  await other.fetch(recorded.url, { method: 'POST', body: '{}' })
  other.verify()
})

const TOKEN_URL = 'https://oauth2.googleapis.com/token'
const exchange = (assertion: string): URLSearchParams =>
  new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion })

test.each([
  ['does not get a token, because it has one', 0],
  ['gets a token', 1],
  ['gets several tokens', 3],
])('a test whose recording got a token passes if it %s', async (_case, count) => {
  const token = { method: 'POST', url: TOKEN_URL, request: String(exchange('a')), response: '{"access_token":"t"}' }
  await using session = openCassette(buildCassette(token, {}), { mode: 'replay' })
  for (let index = 0; index < count; index++) {
    const response = await session.fetch(TOKEN_URL, { method: 'POST', body: exchange(`b${index}`) })
    expect(await response.json()).toEqual({ access_token: 't' })
  }
  await session.fetch(CHAT)
  session.verify()
})

test('a test whose recording got no token passes if it gets one', async () => {
  await using session = openCassette(buildCassette({}), { mode: 'replay' })
  const response = await session.fetch(TOKEN_URL, { method: 'POST', body: exchange('a') })
  expect(await response.json()).toEqual({ access_token: 'REDACTED', token_type: 'Bearer', expires_in: 3600 })
  await session.fetch(CHAT)
  session.verify()
})

test('another scope, and a request without a grant, are mismatches', async () => {
  const token = { method: 'POST', url: TOKEN_URL, request: 'grant_type=client_credentials&scope=a', response: '{}' }
  await using session = openCassette(buildCassette(token), { mode: 'replay' })
  for (const body of ['grant_type=client_credentials&scope=b', 'scope=a'])
    expect((await session.fetch(TOKEN_URL, { method: 'POST', body: new URLSearchParams(body) })).status).toBe(400)
  expect(session.mismatches).toHaveLength(2)
})

test('a token exchange is recorded without its credentials', async () => {
  const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abcdefghijklmnop'
  await using upstream = await startServer((_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ access_token: 'abcdefghij1234567890', id_token: jwt, expires_in: 3599 }))
  })
  const file = `${makeTempFolder()}/a.yaml`
  const session = openCassette(file, { mode: 'once', hosts: [upstream.host] })
  const body = exchange(jwt)
  body.set('client_assertion', jwt)
  body.set('code_verifier', 'verifier1234567890')
  await (await session.fetch(`${upstream.origin}/oauth2/v2.0/token`, { method: 'POST', body })).text()
  await session.close()
  expect(readFileSync(file, 'utf8')).not.toMatch(/eyJ|verifier123|abcdefghij1234567890/)
})
