import { expect, test } from 'vitest'
import type { HttpRequest } from './http-request.ts'
import { grantTypeOf, isTokenExchange } from './token-exchange.ts'

const toRequest = (url: string, body = '', more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'POST',
  url,
  headers: [],
  body: new TextEncoder().encode(body),
  ...more,
})
const FORM = 'grant_type=client_credentials&client_id=a'

test.each([
  ['https://auth.test/token', FORM],
  ['https://auth.test/oauth2/v2.0/token', FORM],
  ['https://auth.test/oauth/access_token?tenant=1', FORM],
  ['https://auth.test/access-token/', FORM],
  ['https://auth.test/realms/a/protocol/openid-connect/token', FORM],
  ['https://auth.test/token.php#x', FORM],
  ['https://auth.test/v1/tokens', '{"grant_type": "refresh_token"}'],
  ['https://sts.googleapis.com/v1/token', '{}'],
  ['https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/a:generateAccessToken', '{}'],
  ['https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/a:generateIdToken', '{}'],
])('a POST to %s gets a token', (url, body) => {
  expect(isTokenExchange(toRequest(url, body))).toBe(true)
})

test.each([
  'http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/token?scopes=a',
  'http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/identity',
  'http://169.254.169.254/metadata/identity/oauth2/token?resource=b',
])('a GET to %s gets a token', (url) => {
  expect(isTokenExchange(toRequest(url, '', { method: 'GET' }))).toBe(true)
})

test.each<[string, HttpRequest]>([
  ['a request without a grant type', toRequest('https://api.test/token', 'text=a')],
  ['another path', toRequest('https://api.test/tokenize', FORM)],
  ['a path that only begins like one', toRequest('https://api.test/token/count', FORM)],
  ['a GET', toRequest('https://auth.test/token', FORM, { method: 'GET' })],
  ['a host that is called token', toRequest('https://token', FORM)],
  ['a query that ends like a path', toRequest('https://api.test/chat?next=/token', FORM)],
  ['another host that looks like metadata', toRequest('http://metadata.google.internal.evil.test/a/token', '')],
  ['a large body', toRequest('https://auth.test/token', `${FORM}&x=${'a'.repeat(65 * 1024)}`)],
])('%s does not get a token', (_, request) => {
  expect(isTokenExchange(request)).toBe(false)
})

test('the grant type is read from a form and from JSON', () => {
  const json = { headers: [['Content-Type', 'application/json; charset=utf-8']] as [string, string][] }
  const URL = 'https://auth.test/token'
  expect([
    grantTypeOf(toRequest(URL, FORM)),
    grantTypeOf(toRequest(URL, ' { "grant_type" : "refresh_token" }', json)),
    grantTypeOf(toRequest(URL, '{"grant_type":"refresh_token"}')),
    grantTypeOf(toRequest(URL, '{"other":1}')),
    grantTypeOf(toRequest(URL)),
  ]).toEqual(['client_credentials', 'refresh_token', 'refresh_token', undefined, undefined])
})
