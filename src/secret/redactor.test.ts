import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import type { Interaction } from '../cassette.ts'
import { createRedactor } from './redactor.ts'

const TOKEN = 'Zq8vT2mNf4LwXk7RbJ3hYc6D'

function build(exchange: Parameters<typeof buildCassette>[0]): Interaction {
  const [interaction] = buildCassette(exchange ?? {}).interactions
  if (!interaction) throw new Error('no interaction')
  return interaction
}

/** Redacts a request with a header and a body, and returns the body. */
function redactBody(body: string, headers: Record<string, string> = {}): string {
  const redacted = createRedactor().interaction(build({ request: body }), new Headers(headers), new Headers())
  return new TextDecoder().decode(redacted.request.body)
}

test.each([
  [
    'a word that is required',
    { authorization: 'required' },
    '{"type":"object","required":["authorization"],"a":"required"}',
  ],
  ['a plain word', { 'x-api-key': 'application' }, '{"type":"application","application":{"a":"my application"}}'],
  ['a placeholder of a person', { authorization: '<REDACTED>' }, '{"say":"the header is <REDACTED>"}'],
  ['a part of a word', { 'x-api-key': 'secret42' }, '{"say":"topsecret42x","secret42":1}'],
  ['a number', { 'x-api-key': '12345678' }, '{"id":12345678,"say":"12345678"}'],
  [
    'a token in log probabilities',
    {},
    '{"logprobs":[{"token":" Lisbon","logprob":-0.1},{"token":"2026","logprob":-1}]}',
  ],
  ['a key of S3', {}, '{"Key":"uploads/3fa85f64-5717-4562-b3fc-2c963f66afa6/photo.png"}'],
  ['a key of a setting', {}, '{"settings":[{"key":"theme.color","value":"dark"},{"key":"max_completion_tokens"}]}'],
  ['a message about a password', {}, '{"password":["is too short (minimum is 8 characters)"],"token":"is invalid"}'],
  ['another message', {}, '{"errors":{"password":"Das Passwort ist zu kurz.","api_key":"must be present"}}'],
  [
    'a JSON schema',
    {},
    '{"properties":{"password":{"type":"string","description":"At least 8"},"api_key":{"type":"string"}}}',
  ],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the content.
  ['a placeholder in JSON', {}, '{"api_key":"<YOUR_API_KEY>","token":"${TOKEN}","authorization":"Bearer {{token}}"}'],
  ['a label', {}, '{"password":"Password","new_password":"New password"}'],
  ['an identifier or a UUID', {}, '[{"key":"getUserProfileV2"},{"key":"3fa85f64-5717-4562-b3fc-2c963f66afa6"}]'],
  ['any token with a probability', {}, `{"token":"${TOKEN}","logprob":-1}`],
  ['the signature of a thought', {}, `{"type":"thinking","signature":"EqQB${TOKEN}${TOKEN}"}`],
])('%s is not replaced', (_, headers, body) => {
  expect(redactBody(body, headers)).toBe(body)
})

test('a number becomes a JSON string, and the body still parses', () => {
  expect(redactBody('{"password":12345678,"pin":12345678}')).toBe('{"password":"REDACTED","pin":12345678}')
  const body = '{"id":9382716450192837,"list":[1,9382716450192837]}'
  expect(redactBody(body, { 'x-api-key': '9382716450192837' })).toBe('{"id":"REDACTED","list":[1,"REDACTED"]}')
})

test('a compressed body is redacted: it is stored plain, and a file stays compressed', () => {
  const body = new Uint8Array(gzipSync(`{"say":"${TOKEN}"}`))
  const interaction = build({ response: body })
  const request = { ...interaction.request, body, headers: [['Content-Encoding', 'gzip']] as const }
  const sent = new Headers({ authorization: `Bearer ${TOKEN}` })
  const redacted = createRedactor().interaction({ ...interaction, request }, sent, new Headers())
  expect(new TextDecoder().decode(redacted.request.body)).toBe('{"say":"REDACTED"}')
  expect(redacted.request.headers).toEqual([])
  expect(gunzipSync(redacted.response.body).toString()).toBe('{"say":"REDACTED"}')
})

test('thousands of credentials of one response are replaced everywhere', () => {
  const signatures = Array.from({ length: 4500 }, (_, index) => `${TOKEN}${index * 7919}x`)
  const urls = signatures.map((signature) => `https://a.test/?X-Amz-Signature=${signature}`)
  const response = JSON.stringify({ urls, signatures })
  const redacted = createRedactor().interaction(build({ response }), new Headers(), new Headers())
  expect(new TextDecoder().decode(redacted.response.body)).toBe(
    JSON.stringify({
      urls: urls.map(() => 'https://a.test/?X-Amz-Signature=REDACTED'),
      signatures: signatures.map(() => 'REDACTED'),
    }),
  )
})

test('an OAuth code is replaced beside the other parameters of OAuth only', () => {
  const redact = (url: string): string =>
    createRedactor().request({ method: 'GET', url, headers: new Headers(), body: new Uint8Array() }).url
  expect(redact('https://a.test/cb?code=SplxlOBeZQQYbYS6&state=xyz')).toBe('https://a.test/cb?code=REDACTED&state=xyz')
  expect(redact('https://a.test/cb?code=countries&lang=de')).toBe('https://a.test/cb?code=countries&lang=de')
})

test('a signature with a plus that is not encoded is replaced', () => {
  const redact = (url: string): string =>
    createRedactor().request({ method: 'GET', url, headers: new Headers(), body: new Uint8Array() }).url
  expect(redact('https://a.test/?sv=1&sig=Zq8v+T2mNf4L/wXk7Rb3=')).toBe('https://a.test/?sv=1&sig=REDACTED')
})

test('the token of a bot is replaced in the path', () => {
  const url = `https://a.test/bot${TOKEN}/sendMessage`
  expect(createRedactor().request({ method: 'GET', url, headers: new Headers(), body: new Uint8Array() }).url).toBe(
    'https://a.test/botREDACTED/sendMessage',
  )
})

test('the argument of a query and a member whose name is escaped are replaced', () => {
  expect(redactBody('{"query":"mutation { login(password: \\"58801421\\") { id } }"}')).toBe(
    '{"query":"mutation { login(password: \\"REDACTED\\") { id } }"}',
  )
  expect(redactBody('{"\\u0070wd":"58801421"}')).toBe('{"\\u0070wd":"REDACTED"}')
})

test.each([
  ['passphrase', 'correct horse battery staple'],
  ['wallet_seed', 'orbit velvet must cactus ribbon enter anchor pepper canyon have glacier thunder'],
])('the words of a %s are replaced, also in another text', (name, phrase) => {
  expect(redactBody(JSON.stringify({ [name]: phrase, text: `I use ${phrase}.` }))).toBe(
    `{"${name}":"REDACTED","text":"I use REDACTED."}`,
  )
})
