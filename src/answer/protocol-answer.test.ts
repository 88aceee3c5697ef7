import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import type { HttpRequest } from '../http/http-request.ts'
import { createSession } from '../open/create-session.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import { protocolAnswer, telemetryAnswer } from './protocol-answer.ts'

const TOKEN_URL = 'https://auth.test/oauth/token'
const toRequest = (method: string, url: string, headers: Record<string, string>, body = ''): HttpRequest => ({
  method,
  url,
  headers: new Headers(headers),
  body: new TextEncoder().encode(body),
})
const exchange = (grant: string): HttpRequest =>
  toRequest('POST', TOKEN_URL, { 'content-type': 'application/x-www-form-urlencoded' }, `grant_type=${grant}`)
const stream = toRequest('GET', 'https://mcp.test/mcp', { accept: 'text/event-stream', 'mcp-session-id': '1' })

const open = (url: string, options: CassetteOptions = {}) =>
  createSession({
    source: buildCassette({ url, method: 'POST' }),
    options: { mode: 'replay', ...options },
    saving: 'deferred',
  })

test('a token exchange that no cassette contains gets the token that a recording has after redaction', () => {
  expect(protocolAnswer(exchange('client_credentials'), [open('https://api.test/')])).toEqual({
    kind: 'response',
    body: '{"access_token":"REDACTED","token_type":"Bearer","expires_in":3600}',
    init: { status: 200, statusText: 'OK', headers: new Headers({ 'content-type': 'application/json' }) },
  })
})

test('a token exchange that a cassette contains in another form is a mismatch', () => {
  expect(
    protocolAnswer(exchange('client_credentials'), [open('https://api.test/'), open(`${TOKEN_URL}?tenant=1`)]),
  ).toBeUndefined()
})

test('the stream of an MCP server is refused in the way of the protocol', () => {
  expect(protocolAnswer(stream, [open('https://mcp.test/mcp')])).toMatchObject({ body: null, init: { status: 405 } })
})

test('nothing is answered for other requests, or if a session lets mismatches pass', () => {
  expect(protocolAnswer(toRequest('POST', 'https://api.test/', {}), [open('https://api.test/')])).toBeUndefined()
  expect(protocolAnswer(stream, [open('https://mcp.test/', { onMismatch: 'passthrough' })])).toBeUndefined()
})

test.each([
  ['application/json', '{}', 'application/json'],
  ['application/x-protobuf', '', 'application/x-protobuf'],
])('telemetry of the type %s is answered with %j', (type, body, answered) => {
  expect(telemetryAnswer({ headers: new Headers({ 'content-type': type }) })).toEqual({
    kind: 'response',
    body,
    init: { status: 200, statusText: 'OK', headers: new Headers({ 'content-type': answered }) },
  })
})
