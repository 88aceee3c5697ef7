import { expect, test } from 'vitest'
import { redactAndFind } from '../../test/redact-and-find.ts'
import { findHeaderCredentials, findInAuthorization, redactChallenge, redactProtocols } from './header-credentials.ts'

const TOKEN = 'Zq8vT2mNf4LwXk7RbJ3hYc6D'

test.each([
  ['Set-Cookie', 'sid=abc; Path=/; HttpOnly', ['abc']],
  ['set-cookie', 'sid="a=b"', ['a=b']],
  ['Cookie', 'a=1; b = "2" ;c=x"y"', ['1', '2', 'x"y"']],
  ['cookie', 'a="1"2', ['"1"2']],
  ['X-Api-Key', 'hunter2', ['hunter2']],
  ['Authorization', 'Bearer hunter2', ['Bearer hunter2', 'hunter2']],
])('the credentials of the header %s: %s are found without its harmless parts', (name, value, found) => {
  expect(findHeaderCredentials(name, value)).toEqual(found)
})

test.each([
  ['Bearer abc', ['abc']],
  ['Bearer  abc', ['abc']],
  ['Bearer a=b', ['a=b']],
  ['Token token="abc", nonce="d"', ['abc', 'abc']],
  ['SharedKey acme:abc', ['acme:abc', 'abc']],
  ['Basic dXNlcjpwYXNz', ['dXNlcjpwYXNz', 'user:pass', 'pass']],
  ['basic !', ['!']],
  [`Basic ${btoa(`${TOKEN}:`)}`, [btoa(`${TOKEN}:`), `${TOKEN}:`, TOKEN]],
  ['Basic bWU6VHVscGUtNDfDvA==', ['bWU6VHVscGUtNDfDvA==', 'me:Tulpe-47ü', 'Tulpe-47ü']],
  ['ApiKey abc==', ['abc==']],
  ['Custom abc==', ['abc==']],
  ['Digest username="u", realm="r", response="abc"', ['abc', 'abc']],
  ['Hawk id="i", mac="abc"', ['abc', 'abc']],
  ['AWS4-HMAC-SHA256 Credential=AKIA/2026/x, SignedHeaders=host, Signature=abc', ['AKIA/2026/x', 'AKIA', 'abc', 'abc']],
  ['Bearer <TOKEN>', []],
  ['abc', []],
  ['Bearer ', []],
])('the credentials in the authorization %j are found', (value, found) => {
  expect(findInAuthorization(value)).toEqual(found)
})

test.each([
  ['Bearer realm="api", access_token="abc"', 'Bearer realm="api", access_token="REDACTED"', ['abc']],
  [`Bearer key="${TOKEN}"`, 'Bearer key="REDACTED"', [TOKEN]],
  ['Bearer access_token="REDACTED"', 'Bearer access_token="REDACTED"', []],
  ['Bearer realm="api", error="invalid_token"', 'Bearer realm="api", error="invalid_token"', []],
  ['Bearer access_token=""', 'Bearer access_token=""', []],
])('the credentials in the challenge %j are redacted', (value, text, found) => {
  expect(redactAndFind((found) => redactChallenge(value, found))).toEqual({ text, found })
})

test.each([
  ['realtime, openai-insecure-api-key.abc, v1', 'realtime, openai-insecure-api-key.REDACTED, v1', ['abc']],
  ['bearer,abc', 'bearer, REDACTED', ['abc']],
  ['base64url.bearer.abc', 'base64url.bearer.REDACTED', ['abc']],
  ['a-bearer, abc.def', 'a-bearer, REDACTED', ['abc.def']],
  [`chat, ${TOKEN}`, 'chat, REDACTED', [TOKEN]],
  ['token, abc', 'token, REDACTED', ['abc']],
  ['key, abc', 'key, REDACTED', ['abc']],
  ['bearer, REDACTED', 'bearer, REDACTED', []],
  ['graphql-transport-ws, v1.json', 'graphql-transport-ws, v1.json', []],
])('the credentials in the protocols %j are redacted', (value, text, found) => {
  expect(redactAndFind((found) => redactProtocols(value, found))).toEqual({ text, found })
})
