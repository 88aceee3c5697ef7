import { expect, test } from 'vitest'
import { type RedactedText, redactAndFind } from '../../test/redact-and-find.ts'
import { CredentialRules } from './credential-rules.ts'
import type { PlaceScanner } from './redacted.ts'
import { redactForm, redactUrls } from './url-credentials.ts'

const TOKEN = 'Zq8vT2mNf4LwXk7RbJ3hYc6D'

const redact = (scan: PlaceScanner, text: string): RedactedText =>
  redactAndFind((found) => scan(text, new CredentialRules({}, 'kept'), found))

test.each([
  ['in a query', `https://a.test/?api_key=${TOKEN}`, 'https://a.test/?api_key=REDACTED'],
  ['after another parameter', `/a?b=1&api_key=${TOKEN}&c=2`, '/a?b=1&api_key=REDACTED&c=2'],
  ['in a fragment', `/a#access_token=${TOKEN}`, '/a#access_token=REDACTED'],
  ['after an entity of HTML', `/a?b=1&amp;api_key=${TOKEN}&amp;c`, '/a?b=1&amp;api_key=REDACTED&amp;c'],
  ['after an escape of Go', `/a?b=1\\u0026api_key=${TOKEN}\\u0026c`, '/a?b=1\\u0026api_key=REDACTED\\u0026c'],
  ['before a quote', `"/a?api_key=${TOKEN}"`, '"/a?api_key=REDACTED"'],
  ['before a bracket', `[a](/a?api_key=${TOKEN})`, '[a](/a?api_key=REDACTED)'],
  ['before a word', `/a?api_key=${TOKEN} or`, '/a?api_key=REDACTED or'],
  ['in an encoded URL', `u=%2Fa%3Fapi_key%3D${TOKEN}%26b`, 'u=%2Fa%3Fapi_key%3DREDACTED%26b'],
  ['in an encoded fragment', `u=%2Fa%23api_key%3D${TOKEN}`, 'u=%2Fa%23api_key%3DREDACTED'],
  ['in a URL encoded twice', `u=%253Fapi_key%253D${TOKEN}%2526b`, 'u=%253Fapi_key%253DREDACTED%2526b'],
])('a credential %s is redacted', (_, text, redacted) => {
  expect(redact(redactUrls, text)).toEqual({ text: redacted, found: [TOKEN] })
})

test.each([
  ['/a?api_key=p%2Fq%2Br', '/a?api_key=REDACTED', 'p/q+r'],
  ['u=%3Fapi_key%3Dp%252Fq', 'u=%3Fapi_key%3DREDACTED', 'p/q'],
  ['u=%253Fapi_key%253Dp%25252Fq', 'u=%253Fapi_key%253DREDACTED', 'p/q'],
  ['/a?api_key=100%', '/a?api_key=REDACTED', '100%'],
  ['/a?api%5Fkey=p', '/a?api%5Fkey=REDACTED', 'p'],
])('the credential in %j is found decoded', (text, redacted, credential) => {
  expect(redact(redactUrls, text)).toEqual({ text: redacted, found: [credential] })
})

test.each([
  'https://a.test/?page=2#top',
  '/a?api_key=REDACTED',
  'u=%3Fapi_key%3DREDACTED',
  `api_key=${TOKEN}`,
  'u=%3Fpage%3D2',
  '/a?code=abcdefgh12',
  '/a?state=x /b?code=abcdefgh12',
  'https://a.test/@user',
  'mail user:pass@a.test',
  'https://user@a.test/',
  'https://REDACTED:REDACTED@a.test/',
  'https://user:REDACTED@a.test/',
  'postgres://user:<PASSWORD>@db.test/',
  'https://a.test/x:y@z',
  'https://a.test?x:y@z',
])('%j has no credential in a URL', (text) => {
  expect(redact(redactUrls, text)).toEqual({ text, found: [] })
})

test('a code is a credential beside the state of the same URL', () => {
  const text = 'see https://a.test/?code=abcdefgh12&state=x and'
  expect(redact(redactUrls, text)).toEqual({
    text: 'see https://a.test/?code=REDACTED&state=x and',
    found: ['abcdefgh12'],
  })
  expect(redact(redactUrls, '/?state=x&code=abcdefgh12')).toEqual({
    text: '/?state=x&code=REDACTED',
    found: ['abcdefgh12'],
  })
})

test.each([
  ['postgres://user:pa%40ss@db.test/a', 'postgres://REDACTED:REDACTED@db.test/a', ['pa@ss']],
  ['redis://:hunter2@db.test', 'redis://:REDACTED@db.test', ['hunter2']],
  [`https://${TOKEN}@a.test/`, 'https://REDACTED@a.test/', [TOKEN]],
  [`https://${TOKEN}:@a.test/`, 'https://REDACTED:@a.test/', [TOKEN]],
  [`https://${TOKEN}:<PASSWORD>@a.test/`, 'https://REDACTED:<PASSWORD>@a.test/', [TOKEN]],
  [`https://${TOKEN}:x-oauth-basic@a.test/`, 'https://REDACTED:REDACTED@a.test/', ['x-oauth-basic', TOKEN]],
  ['mongodb://u:hunter2@[::1]:27017', 'mongodb://REDACTED:REDACTED@[::1]:27017', ['hunter2']],
  ['mysql://u:hunter2@<host>/a', 'mysql://REDACTED:REDACTED@<host>/a', ['hunter2']],
])('the user and the password in %j are redacted', (text, redacted, found) => {
  expect(redact(redactUrls, text)).toEqual({ text: redacted, found })
})

test.each([
  [`api_key=${TOKEN}`, 'api_key=REDACTED', [TOKEN]],
  [`a=1&api_key=${TOKEN}&b=2`, 'a=1&api_key=REDACTED&b=2', [TOKEN]],
  ['client%5Fsecret=p%2Fq', 'client%5Fsecret=REDACTED', ['p/q']],
  ['client_secret=p+q', 'client_secret=REDACTED', ['p+q', 'p q']],
  [
    'code=abcdefgh12&client%5Fid=a&grant_type=authorization_code',
    'code=REDACTED&client%5Fid=a&grant_type=authorization_code',
    ['abcdefgh12'],
  ],
  [`p={"api_key":+"${TOKEN}"}`, `p=${encodeURIComponent('{"api_key": "REDACTED"}')}`, [TOKEN]],
  [
    `p=${encodeURIComponent(`{"api_key": "${TOKEN}", "b": "1+1"}`)}`,
    `p=${encodeURIComponent('{"api_key": "REDACTED", "b": "1+1"}')}`,
    [TOKEN],
  ],
  [
    `p=${encodeURIComponent(`[{"api_key":"${TOKEN}"}]`)}&b=2`,
    `p=${encodeURIComponent('[{"api_key":"REDACTED"}]')}&b=2`,
    [TOKEN],
  ],
])('the credential in the form %j is redacted', (form, redacted, found) => {
  expect(redact(redactForm, form)).toEqual({ text: redacted, found })
})

test.each([
  'a=1&b=2',
  'client_secret=REDACTED',
  'client_secret=',
  'code=abcdefgh12&page=1',
  'p={"a":+1}',
  `p=x{"api_key":"${TOKEN}"}`,
])('the form %j has no credential', (form) => {
  expect(redact(redactForm, form)).toEqual({ text: form, found: [] })
})
