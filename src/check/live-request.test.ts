import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import type { Interaction } from '../cassette.ts'
import { type CredentialSource, type LiveRequest, toLiveRequest } from './live-request.ts'

const OPENAI = 'https://api.openai.com/v1/chat/completions'

function record(request: Partial<Interaction['request']>): Interaction {
  const [interaction] = buildCassette({ method: 'POST', url: OPENAI, request: '{}' }).interactions as [Interaction]
  return { ...interaction, request: { ...interaction.request, ...request } }
}

function live(request: Partial<Interaction['request']>, source: Partial<CredentialSource> = {}) {
  const result: LiveRequest = toLiveRequest(record(request), {
    environment: {},
    headers: [],
    origin: undefined,
    ...source,
  })
  if (result.kind === 'skipped') return result.reason
  return { url: result.url, headers: Object.fromEntries(new Headers(result.init.headers)) }
}

const environment = { OPENAI_API_KEY: 'key', ANTHROPIC_API_KEY: 'other', GOOGLE_API_KEY: 'google' }

test.each([
  [OPENAI, { authorization: 'Bearer key' }],
  ['https://api.anthropic.com/v1/messages', { 'x-api-key': 'other', 'anthropic-version': '2023-06-01' }],
  ['https://generativelanguage.googleapis.com/v1beta/models/m:generateContent', { 'x-goog-api-key': 'google' }],
])('the credential for %s comes from its variable', (url, headers) => {
  expect(live({ url }, { environment })).toEqual({ url, headers })
})

test('a recorded header is sent, but neither REDACTED nor those that fetch sets', () => {
  const headers = [
    ['Authorization', 'REDACTED'],
    ['Host', 'api.openai.com'],
    ['Content-Length', '2'],
    ['Accept-Encoding', 'br'],
    ['X-Trace', 'REDACTED'],
    ['X-Kept', 'yes'],
  ] as const
  expect(live({ headers }, { environment })).toEqual({
    url: OPENAI,
    headers: { authorization: 'Bearer key', 'x-kept': 'yes' },
  })
})

test('a parameter that was redacted gets the credential', () => {
  const url = 'https://generativelanguage.googleapis.com/v1beta/models?key=REDACTED&n=1'
  expect(live({ url }, { environment })).toMatchObject({ url: url.replace('REDACTED', 'google') })
})

test.each(['http://api.openai.com/v1/x', 'https://api.openai.com.evil.test/v1/x', 'https://evil.test/api.openai.com'])(
  '%s gets no credential',
  (url) => {
    expect(live({ url }, { environment })).toEqual({ url, headers: {} })
  },
)

test('headers of the user take precedence, and --origin replaces only the origin', () => {
  const source = { headers: [['authorization', 'Bearer mine']] as const, origin: 'http://127.0.0.1:8080/' }
  expect(live({ url: `${OPENAI}?a=b` }, { environment, ...source })).toEqual({
    url: 'http://127.0.0.1:8080/v1/chat/completions?a=b',
    headers: { authorization: 'Bearer mine' },
  })
})

test.each<[string, Partial<Interaction['request']>, string]>([
  ['a key is missing', { url: OPENAI }, 'OPENAI_API_KEY is not set'],
  ['one of two keys is missing', { url: 'https://api.cohere.com/v2/chat' }, 'COHERE_API_KEY or CO_API_KEY is not set'],
  ['its URL is a placeholder', { url: '<HOST>/v1' }, 'its URL is not valid'],
  [
    'its body was redacted',
    { url: 'https://a.test/', body: new TextEncoder().encode('{"token":"REDACTED"}') },
    'a credential was removed from its body',
  ],
  ['its path was redacted', { url: 'https://a.test/bot/REDACTED/x' }, 'a credential was removed from its path'],
])('a request is not sent if %s', (_name, request, reason) => {
  expect(live(request)).toBe(reason)
})
