import { expect, test } from 'vitest'
import type { HttpRequest } from '../http/http-request.ts'
import { ignoreExchangeCredentials } from './ignore-exchange-credentials.ts'

const toRequest = (url: string): HttpRequest => ({
  method: 'POST',
  url,
  headers: [['content-type', 'application/x-www-form-urlencoded']],
  body: new TextEncoder().encode('grant_type=refresh_token'),
})
const body = { grant_type: ['refresh_token'], refresh_token: ['x'], client_secret: ['y'], client_id: ['me'] }

test('the credentials of a token exchange are ignored, and what is requested is not', () => {
  const copy = structuredClone(body)
  expect(ignoreExchangeCredentials(toRequest('https://auth.test/oauth/token'), body)).toEqual({
    grant_type: ['refresh_token'],
    client_id: ['me'],
  })
  expect(body).toEqual(copy)
})

test.each<[string, string, unknown]>([
  ['another path', 'https://api.test/chat', body],
  ['a body without a grant type', 'https://auth.test/oauth/token', { client_secret: 'y' }],
  ['a list', 'https://auth.test/oauth/token', [body]],
  ['text', 'https://auth.test/oauth/token', 'grant_type'],
])('%s stays as it is', (_, url, value) => {
  expect(ignoreExchangeCredentials(toRequest(url), value)).toEqual(value)
})
