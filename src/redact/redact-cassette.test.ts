import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildCassette, type Exchange } from '../../test/build-cassette.ts'
import type { Cassette } from '../cassette.ts'
import { CassetteSaveError } from '../errors/errors.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import { provenanceOf, signInteraction } from '../provenance/provenance.ts'
import type { RedactOptions } from '../secret/redact-options.ts'
import { redactCassette } from './redact-cassette.ts'

const KEY = 'kq8Zt3LmPw9RxV2bNc7J'
const LEAK = `sk-ant-api03-${'Ab1'.repeat(31)}`
const LEAKING: Exchange = {
  method: 'POST',
  url: `https://a.test/?api_key=${KEY}`,
  request: `client_secret=${KEY}&scope=all`,
  response: `{"echo":"${KEY}"}`,
  headers: [['Content-Length', '31']],
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

function redact(text: string | Uint8Array<ArrayBuffer>, options: RedactOptions = {}, allowed: RegExp[] = []) {
  return redactCassette(typeof text === 'string' ? bytesOf(text) : text, 'a.yaml', options, allowed)
}

const write = (cassette: Cassette, format?: 'vcrpy' | 'har'): string =>
  stringifyCassette(cassette, format ? { format } : {})

test('a cassette without credentials is not written', () => {
  expect(redact(write(buildCassette({ response: 'ok' })))).toEqual({ changes: [], content: undefined, remaining: [] })
})

test('credentials are replaced in every part, and the changed parts are listed', () => {
  const { changes, content, remaining } = redact(write(buildCassette({ response: 'ok' }, LEAKING)))
  expect({ changes, remaining }).toEqual({
    changes: ['#1 request.url', '#1 request.body', '#1 response.body'],
    remaining: [],
  })
  const [, interaction] = parseCassette(String(content)).interactions
  expect({
    url: interaction?.request.url,
    sent: new TextDecoder().decode(interaction?.request.body),
    received: new TextDecoder().decode(interaction?.response.body),
    headers: interaction?.response.headers,
  }).toEqual({
    url: 'https://a.test/?api_key=REDACTED',
    sent: 'client_secret=REDACTED&scope=all',
    received: '{"echo":"REDACTED"}',
    headers: [['Content-Length', '19']],
  })
})

test('a length that was wrong before stays as it was recorded', () => {
  const wrong = { ...LEAKING, headers: [['Content-Length', '5']] } as const
  const [interaction] = parseCassette(String(redact(write(buildCassette(wrong))).content)).interactions
  expect(interaction?.response.headers).toEqual([['Content-Length', '5']])
})

test('the layout of a file is kept, and redaction is done once', () => {
  const text = write(buildCassette(LEAKING))
    .replace('---\n', '--- # by hand\n')
    .replace('host: a.test', 'host:   a.test')
  const { content } = redact(text)
  expect(content).toBe(
    text
      .replaceAll(KEY, 'REDACTED')
      .replace('content_length: 44', 'content_length: 32')
      .replace('content_length: 31', 'content_length: 19')
      .replace("- '31'", "- '19'"),
  )
  expect(redact(String(content))).toEqual({ changes: [], content: undefined, remaining: [] })
})

test('the signature of a recording is renewed, and an edit stays visible', () => {
  const cassette = buildCassette(LEAKING)
  const text = write({ ...cassette, interactions: cassette.interactions.map(signInteraction) })
  const provenance = (content: unknown): unknown => parseCassette(String(content)).interactions.map(provenanceOf)
  expect(provenance(redact(text).content)).toEqual(['recorded'])
  expect(provenance(redact(text.replace('scope=all', 'scope=one')).content)).toEqual(['edited'])
})

test('a compressed file stays compressed', () => {
  const { content } = redact(new Uint8Array(gzipSync(write(buildCassette(LEAKING)))))
  expect(content).toBeInstanceOf(Uint8Array)
  expect(gunzipSync(content as Uint8Array).toString()).not.toContain(KEY)
})

test.each(['vcrpy', 'har'] as const)('%s is written in its own format', (format) => {
  const { changes, content } = redact(write(buildCassette(LEAKING), format))
  expect(changes).toEqual(['#0 request.url', '#0 request.body', '#0 response.body'])
  expect(parseCassette(String(content)).format).toBe(format)
  expect(String(content)).not.toContain(KEY)
})

test('a format that is not written is refused with the command that converts it', () => {
  const nock = JSON.stringify([
    {
      scope: 'https://a.test:443',
      method: 'GET',
      path: `/?api_key=${KEY}`,
      status: 200,
      response: 'ok',
      rawHeaders: [],
    },
  ])
  expect(() => redact(nock)).toThrow(
    new CassetteSaveError(
      'a.yaml',
      'Failed to redact a.yaml: its format is nock, which is not written. Convert it first: ' +
        'npx msw-cassette convert a.yaml --to go-vcr-2 --out converted',
    ),
  )
})

test('go-vcr 2 in JSON is edited in place', () => {
  const text = JSON.stringify({
    version: 2,
    interactions: [
      {
        request: { method: 'GET', url: `https://a.test/?api_key=${KEY}`, headers: {}, body: '' },
        response: { code: 200, headers: {}, body: 'ok' },
      },
    ],
  })
  expect(redact(text).content).toBe(text.replace(KEY, 'REDACTED'))
})

test('a text that still looks like a credential is reported with its position, unless it is allowed', () => {
  const text = `${write(buildCassette({ response: 'ok' }))}# ${LEAK}\n`
  const line = text.split('\n').length - 1
  expect(redact(text).remaining).toEqual([{ kind: 'an Anthropic key', line, column: 1 }])
  expect(redact(text, {}, [/^sk-ant-/]).remaining).toEqual([])
})

test('the options of the user are applied', () => {
  const exchange = { response: '{"user":{"email":"me@a.test"},"plan":"acct_12"}', url: 'https://a.test/?team=blue-42' }
  const { changes, content } = redact(write(buildCassette(exchange)), {
    json: ['$.user.email'],
    patterns: [/acct_\d+/],
    query: ['team'],
  })
  expect(changes).toEqual(['#0 request.url', '#0 response.body'])
  expect(String(content)).not.toMatch(/me@a\.test|acct_12|blue-42/)
})
