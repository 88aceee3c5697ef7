import { expect, test } from 'vitest'
import { type RedactedText, redactAndFind } from '../../test/redact-and-find.ts'
import type { HeaderPair } from '../cassette.ts'
import { CredentialRules } from './credential-rules.ts'
import type { RedactOptions } from './redact-options.ts'

const KEY = 'Zq8vT2mNf4LwXk7RbJ3hYc6D'
const OTHER = 'Gm5pW9sDx2VnQe8KtB4jHr7L'

const rulesOf = (options: RedactOptions = {}): CredentialRules => new CredentialRules(options, 'kept')

const redactUrl = (url: string, options?: RedactOptions): RedactedText =>
  redactAndFind((found) => rulesOf(options).redactUrl(url, found))

test.each([
  ['a query', `https://a.test/b?api_key=${KEY}&c=1`, 'https://a.test/b?api_key=REDACTED&c=1', KEY],
  ['a query of one parameter', `https://a.test/b?api_key=${KEY}#c`, 'https://a.test/b?api_key=REDACTED#c', KEY],
  [
    'a query with a comma',
    'https://a.test/b?password=ab,cd)ef&c=1',
    'https://a.test/b?password=REDACTED&c=1',
    'ab,cd)ef',
  ],
  ['a fragment', `https://a.test/b#access_token=${KEY}`, 'https://a.test/b#access_token=REDACTED', KEY],
  ['the user of a URL', `https://me:${KEY}@a.test/b`, 'https://REDACTED:REDACTED@a.test/b', KEY],
  ['a random token of a bot', `https://a.test/bot${KEY}/send`, 'https://a.test/botREDACTED/send', KEY],
  ['an escaped token of a bot', `/bot${KEY}%3A/send`, '/botREDACTED/send', `${KEY}:`],
  ['the token of a bot after a number', '/bot123456:aaaaaaaaaa/send', '/botREDACTED/send', '123456:aaaaaaaaaa'],
  [
    'the token of a bot after a long number',
    '/bot123456789012:aaaaaaa/send',
    '/botREDACTED/send',
    '123456789012:aaaaaaa',
  ],
  [
    'the token of a bot of capital letters and a digit',
    '/botABCDEFGHABCDEFG1/send',
    '/botREDACTED/send',
    'ABCDEFGHABCDEFG1',
  ],
])('replaces the credential in %s', (_, url, text, credential) => {
  expect(redactUrl(url)).toEqual({ text, found: [credential] })
})

test.each([
  ['a harmless query', `https://a.test/b?cache_key=${KEY}&c=1#d`],
  ['a credential name in a path', `https://a.test/api_key=${KEY}/b`],
  ['a number with a short name', '/bot12345:aaaaaaaaaaaa/send'],
  ['a number with too many digits', '/bot1234567890123:aaaaaa/send'],
  ['a number after a letter', '/bota123456:aaaaaaaaaa/send'],
  ['words after bot', '/bot-conversations-of-the-team/send'],
  ['capital letters without a digit', '/botABCDEFGHABCDEFGH/send'],
  ['capital letters after a word', '/botabcABCDEFGHABCDEFG1/send'],
  ['capital letters before a word', '/botABCDEFGHABCDEFG1abc/send'],
  ['a short segment', '/botABCDEFGHABCDEF1/send'],
])('a URL with %s stays', (_, url) => {
  expect(redactUrl(url)).toEqual({ text: url, found: [] })
})

test('the options name headers and parameters in any case', () => {
  const options = { headers: ['X-Tenant'], query: ['Tenant'] }
  expect(redactUrl('https://a.test/?TENANT=acme&b=1', options)).toEqual({
    text: 'https://a.test/?TENANT=REDACTED&b=1',
    found: ['acme'],
  })
  expect(redactAndFind((found) => rulesOf(options).redactHeader('x-TENANT', 'acme', found))).toEqual({
    text: 'REDACTED',
    found: [],
  })
  expect(rulesOf(options).isCredential('tenant', 'acme', 'json')).toBe(false)
})

test.each<[title: string, header: HeaderPair, redacted: RedactedText]>([
  ['the token of a challenge', ['WWW-Authenticate', 'A token="a1"'], { text: 'A token="REDACTED"', found: ['a1'] }],
  ['a challenge of a proxy', ['proxy-authenticate', 'A token="a1"'], { text: 'A token="REDACTED"', found: ['a1'] }],
  ['another header', ['x-www-authenticate', 'A token="a1"'], { text: 'A token="a1"', found: [] }],
  ['the details of a challenge', ['www-authenticate-info', 'A token="a1"'], { text: 'A token="a1"', found: [] }],
  ['a protocol', ['Sec-WebSocket-Protocol', 'bearer, a1'], { text: 'bearer, REDACTED', found: ['a1'] }],
  ['another list', ['x-sec-websocket-protocol', 'bearer, a1'], { text: 'bearer, a1', found: [] }],
  ['a list of protocols', ['sec-websocket-protocols', 'bearer, a1'], { text: 'bearer, a1', found: [] }],
  [
    'a URL in a header',
    ['location', `https://a.test/?token=${KEY}`],
    { text: 'https://a.test/?token=REDACTED', found: [KEY] },
  ],
  ['JSON in a header', ['x-data', `{"token":"${KEY}"}`], { text: '{"token":"REDACTED"}', found: [KEY] }],
])('the name of a header decides how it is redacted: %s', (_, [name, value], redacted) => {
  expect(redactAndFind((found) => rulesOf().redactHeader(name, value, found))).toEqual(redacted)
})

test('all headers are searched for credentials', () => {
  const headers: readonly HeaderPair[] = [
    ['authorization', `Bearer ${KEY}`],
    ['x-tenant', 'Tenant acme'],
    ['link', `<https://a.test/?token=${OTHER}>`],
    ['accept', '*/*'],
  ]
  const found = new Set<string>()
  rulesOf({ headers: ['x-tenant'] }).findInHeaders(headers, found)
  expect([...found]).toEqual([`Bearer ${KEY}`, KEY, 'Tenant acme', 'acme', OTHER])
})

test('a placeholder in JSON is kept in a saved text, and replaced in a compared one', () => {
  const replaced = new CredentialRules({}, 'replaced')
  const judge = (value: string, place: 'json' | 'parameter'): { saved: boolean; compared: boolean } => ({
    saved: rulesOf().isCredential('api_key', value, place),
    compared: replaced.isCredential('api_key', value, place),
  })
  expect({
    placeholder: judge('<TOKEN>', 'json'),
    credential: judge(KEY, 'json'),
    parameter: judge('<TOKEN>', 'parameter'),
  }).toEqual({
    placeholder: { saved: false, compared: true },
    credential: { saved: true, compared: true },
    parameter: { saved: true, compared: true },
  })
})

test('the values at the paths and the matches of the patterns of the options are replaced', () => {
  const rules = rulesOf({ json: ['$.user.email'], patterns: [/acme-\d+/i, /b+/gy] })
  expect(redactAndFind((found) => rules.redactBody('{"user":{"email":"ada@a.test","age":4}}', '', found))).toEqual({
    text: '{"user":{"email":"REDACTED","age":4}}',
    found: ['ada@a.test'],
  })
  expect(rules.redactPatterns('ACME-1 and acme-22, abb')).toBe('REDACTED and REDACTED, aREDACTED')
})
