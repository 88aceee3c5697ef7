import { expect, test } from 'vitest'
import { anyEnding } from './any-ending.ts'
import { redactConnectionStrings } from './connection-credentials.ts'
import { credentialNames } from './credential-names.ts'
import { maskUrl } from './mask-url.ts'
import { redactMembers } from './member-credentials.ts'
import { redactMultipart } from './multipart-credentials.ts'
import type { PlaceScanner } from './redacted.ts'
import { groupOf, isCredential, isCredentialAmong, type NamePlace, needsSiblings } from './secret-name.ts'
import { redactForm, redactUrls } from './url-credentials.ts'
import { redactXml } from './xml-credentials.ts'

const TOKEN = 'Zq8vT2mNf4LwXk7RbJ3hYc6D'

test.each([
  ...[
    'authorization_token',
    'private_token',
    'oauth_token',
    'bot_token',
    'app_token',
    'user_token',
    'hf_token',
    'github_token',
  ],
  ...[
    'sas_token',
    'webhook_secret',
    'signing_secret',
    'connection_string',
    'client_assertion',
    'code_verifier',
    'apiKey',
  ],
  ...[
    'OPENAI_API_KEY',
    'x-goog-api-key',
    'dbPassword',
    'password_confirmation',
    'API_KEY_PROD',
    'api_keys',
    'secretAccessKey',
  ],
  ...['X-Amz-Signature', 'SharedAccessKey', 'AccountKey', 'set-cookie', 'refreshToken2', 'bind_pw'],
])('%s names a credential, whatever its value is', (name) => {
  expect(groupOf(name)).toBe('certain')
})

test.each([
  'jwt',
  'JSESSIONID',
  'PHPSESSID',
  'connect.sid',
  'ASP.NET_SessionId',
  'bindpw',
  'pat',
  'assertion',
  'key',
  'token',
  'secret',
  'sig',
  'auth',
  'acme_token',
  'acmeKey',
  'AWS_ACCESS_KEY_ID',
])('%s names a credential if its value looks like one', (name) => {
  expect(isCredential(name, TOKEN, 'json')).toBe(true)
  for (const value of [
    'language',
    'time_zone',
    'max_completion_tokens',
    '2026-11-23T02:11:43Z',
    'uploads/2024/a1b2c3d4e5f6.jpg',
  ])
    expect({ value, isCredential: isCredential(name, value, 'json') }).toEqual({ value, isCredential: false })
})

test.each([
  ...[
    'page_token',
    'nextPageToken',
    'max_tokens',
    'cache_key',
    'prompt_cache_key',
    'idempotency_key',
    'x-idempotency-key',
  ],
  ...[
    'continuationToken',
    'progressToken',
    'eos_token',
    'thought_signature',
    'thoughtSignature',
    'tokens',
    'keyboard',
    'author',
  ],
  ...['compass', 'monkey', 'client_id', 'token_type', 'private_key_id', 'encode', 'path', 'design'],
])('%s names no credential', (name) => {
  expect(isCredential(name, TOKEN, 'json')).toBe(false)
  expect(isCredential(name, TOKEN, 'parameter')).toBe(false)
})

test('a signature is a credential in a URL, and not in JSON, in which models sign their thoughts', () => {
  expect(isCredential('signature', TOKEN, 'parameter')).toBe(true)
  expect(isCredential('signature', TOKEN, 'json')).toBe(false)
})

test.each([
  ['key', false],
  ['item_key', false],
  ['x-rapidapi-key', true],
  ['token', true],
  ['x-idempotency-key', false],
])('whether a UUID under %s is a credential: %s', (name, expected) => {
  expect(isCredential(name, 'cc47a6e8-73df-4e07-a046-03907a776312', 'parameter')).toBe(expected)
})

const UUID = 'cc47a6e8-73df-4e07-a046-03907a776312'

test.each<[name: string, value: string, judged: Readonly<Record<NamePlace, boolean>>]>([
  ['password', 'Password', { json: false, parameter: true }],
  ['password', 'must not be empty', { json: false, parameter: true }],
  ['password', 'tulip', { json: true, parameter: true }],
  ['token', '<TOKEN>', { json: true, parameter: true }],
  ['mnemonic', 'tulip', { json: false, parameter: false }],
  ['signature', UUID, { json: false, parameter: true }],
  ['signature', 'Ada Lovelace', { json: false, parameter: false }],
  ['acme-x-key', UUID, { json: false, parameter: false }],
  ['keyring-token', UUID, { json: true, parameter: true }],
])('judges %s with the value %s by its place', (name, value, judged) => {
  expect({ json: isCredential(name, value, 'json'), parameter: isCredential(name, value, 'parameter') }).toEqual(judged)
})

test.each([
  ['acmeAPIKey', 'certain'],
  ['ACMEApiKey', 'certain'],
  ['apiKEY', 'certain'],
  ['acme--api--key', 'certain'],
  ['[api][key]', 'certain'],
  ['api_key_2024', 'certain'],
  ['api_key_1_2', 'certain'],
  ['password10', 'certain'],
  ['db_pass_prod_old', 'certain'],
  ['apikeys', 'certain'],
  ['mydbpass', 'certain'],
  ['acme_pass', 'likely'],
  ['acme_api_keys', 'certain'],
  ['passwords', 'certain'],
  ['pagetokens', 'harmless'],
  ['API_KEYS', 'certain'],
  ['dbpassword', 'certain'],
  ['user_tokens', 'certain'],
  ['acme_oauth2_token', 'certain'],
  ['header', 'harmless'],
  ['2024', 'harmless'],
  ['key_2fa', 'harmless'],
  ['pass1word', 'harmless'],
  ['keys', 'harmless'],
  ['token_header_name', 'harmless'],
  ['sha1password', 'certain'],
  [`${'a'.repeat(91)}_password`, 'certain'],
  [`${'a'.repeat(92)}_password`, 'harmless'],
])('the words of %s form a name that is %s', (name, group) => {
  expect(groupOf(name)).toBe(group)
})

test.each(['code', 'token', 'assertion', 'dq'])('the names beside %s decide', (name) => {
  expect(needsSiblings(name)).toBe(true)
})

test.each(['password', 'api_key', 'postcode'])('the names beside %s do not matter', (name) => {
  expect(needsSiblings(name)).toBe(false)
})

test.each<[name: string, value: string, sibling: string, judged: Readonly<Record<NamePlace, boolean>>]>([
  ['code', 'abcdefg1', 'redirect_uri', { json: true, parameter: true }],
  ['code', 'abcdefg1', 'redirectUri', { json: true, parameter: true }],
  ['code', 'abcdefg', 'redirect_uri', { json: false, parameter: false }],
  ['code', 'not_found', 'grant_type', { json: false, parameter: true }],
  ['code', 'NotFound', 'grant_type', { json: false, parameter: true }],
  ['code', 'not_found_in_list', 'grant_type', { json: false, parameter: true }],
  ['code', 'not_found_1', 'grant_type', { json: true, parameter: true }],
  ['code', '1_not_found', 'grant_type', { json: true, parameter: true }],
  ['code', '12345678', 'grant_type', { json: true, parameter: true }],
  ['code', TOKEN, 'state', { json: true, parameter: true }],
  ['code', 'US-CA-94110', 'state', { json: false, parameter: true }],
  ['code', TOKEN, 'clientId', { json: true, parameter: true }],
  ['code', TOKEN, 'country', { json: false, parameter: false }],
  ['codes', TOKEN, 'grant_type', { json: false, parameter: false }],
  ['token', 'short', 'token_type_hint', { json: true, parameter: true }],
  ['token', 'short', 'tokenTypeHint', { json: true, parameter: true }],
  ['token', 'short', 'kty', { json: false, parameter: false }],
  ['assertion', 'short', 'grant_type', { json: true, parameter: true }],
  ['d', 'short', 'kty', { json: true, parameter: true }],
  ['d', 'short', 'grant_type', { json: false, parameter: false }],
  ['x', 'short', 'kty', { json: false, parameter: false }],
])('judges %s with the value %s beside %s', (name, value, sibling, judged) => {
  const siblings = new Set([name, sibling])
  const judge = (place: NamePlace): boolean => isCredentialAmong({ name, value, place, siblings })
  expect({ json: judge('json'), parameter: judge('parameter') }).toEqual(judged)
})

test('every ending contains a text that the fast patterns look for', () => {
  const { certain, likely, signature } = credentialNames
  const fast = new RegExp(anyEnding, 'i')
  expect([...certain, ...likely, ...signature].filter((ending) => !fast.test(ending))).toEqual([])
  for (const ending of certain)
    expect(maskUrl(`https://a.test/?${ending.replaceAll(' ', '_')}=x`)).toContain('[secret]')
})

const places: Record<string, [scan: PlaceScanner, write: (name: string, value: string) => string]> = {
  form: [redactForm, (name, value) => `a=1&${name}=${value}`],
  'JSON in a form': [redactForm, (name, value) => `a=1&b=${encodeURIComponent(JSON.stringify({ [name]: value }))}`],
  url: [redactUrls, (name, value) => `see https://a.test/?a=1&${name}=${value}#b`],
  'an encoded URL': [redactUrls, (name, value) => `u=https%3A%2F%2Fa.test%2F%3F${name}%3D${value}%26b`],
  JSON: [redactMembers, (name, value) => `{"a": 1, "${name}": "${value}", "b": 2}`],
  'JSON in JSON': [redactMembers, (name, value) => JSON.stringify({ a: JSON.stringify({ b: { [name]: value } }) })],
  'a list in JSON': [redactMembers, (name, value) => JSON.stringify({ [name]: [value] })],
  'an object in JSON': [redactMembers, (name, value) => JSON.stringify({ [name]: { id: 1, value } })],
  'a name and a value in JSON': [redactMembers, (name, value) => JSON.stringify([{ name, value }])],
  XML: [redactXml, (name, value) => `<a><b:${name}>${value}</b:${name}></a>`],
  'an attribute in XML': [redactXml, (name, value) => `<a ${name}="${value}"/>`],
  'a field of HTML': [redactXml, (name, value) => `<input type="hidden" name="${name}" value="${value}"/>`],
  multipart: [
    redactMultipart,
    (name, value) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--b--`,
  ],
}

test.each(Object.entries(places))('the same names are credentials in %s', (_, [scan, write]) => {
  for (const name of ['authorization_token', 'webhookSecret', 'token', 'api-key']) {
    const found = new Set<string>()
    expect(scan(write(name, TOKEN), { isCredential }, found)).toBe(write(name, 'REDACTED'))
    expect(found).toEqual(new Set([TOKEN]))
  }
  for (const name of ['page_token', 'cache_key', 'max_tokens'])
    expect(scan(write(name, TOKEN), { isCredential }, new Set())).toBe(write(name, TOKEN))
})

test.each([
  'Server=a.test;User Id=me;Password=REDACTED;',
  'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=REDACTED;EndpointSuffix=b',
  'Endpoint=sb://a.test/;SharedAccessKeyName=Root;SharedAccessKey=REDACTED',
  'host=a.test user=me password=REDACTED dbname=b',
])('the credential in the connection string %s is replaced', (redacted) => {
  const text = redacted.replace('REDACTED', 'Zq8v+T2mNf4L/wXk7Rb==')
  expect(redactConnectionStrings(text, { isCredential }, new Set())).toBe(redacted)
})
