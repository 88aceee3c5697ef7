import { expect, test } from 'vitest'
import { type RedactedText, redactAndFind } from '../../test/redact-and-find.ts'
import { redactPlaces } from './place-scanners.ts'
import { isCredential } from './secret-name.ts'

const KEY = 'Zk3v9Qm1Xw7Lr5Tb'
const FORM = 'application/x-www-form-urlencoded'

const redact = (text: string, contentType = ''): RedactedText =>
  redactAndFind((found) => redactPlaces(text, contentType, { isCredential }, found))

test.each([
  ['a form', `api_key=${KEY}&a=1`, FORM],
  ['a form with blanks and a charset', `api_key=${KEY}&a=two words`, `${FORM}; charset=utf-8`],
  ['a form without a content type', `api_key=${KEY}&a=1`, ''],
  ['a form without a content type with an encoded name', `a%5B0%5D[b]*+-._c[api_key]=${KEY}&a=1`, ''],
  ['a multipart form', `--b\r\nContent-Disposition: form-data; name="api_key"\r\n\r\n${KEY}\r\n--b--`, ''],
  ['JSON', `{"api_key":"${KEY}"}`, 'application/json'],
  ['a list of headers', `[["x-api-key","${KEY}"]]`, 'application/json'],
  ['a GraphQL document', `{"query":"mutation { login(password: \\"${KEY}\\") { id } }"}`, 'application/json'],
  ['XML', `<a><password>${KEY}</password></a>`, 'text/xml'],
  ['a connection string', `Server=a.test;User Id=me;Password=${KEY};`, 'text/plain'],
  ['a URL', `see https://a.test/?api_key=${KEY}#b`, 'text/plain'],
])('replaces the credential in %s', (_, text, contentType) => {
  expect(redact(text, contentType)).toEqual({ text: text.replace(KEY, 'REDACTED'), found: [KEY] })
})

test('replaces the credentials in all places of one text', () => {
  expect(
    redact(`{"api_key":"${KEY}","url":"https://a.test/?token=${KEY}1","xml":"<password>${KEY}2</password>"}`),
  ).toEqual({
    text: '{"api_key":"REDACTED","url":"https://a.test/?token=REDACTED","xml":"<password>REDACTED</password>"}',
    found: [KEY, `${KEY}2`, `${KEY}1`],
  })
})

test.each([
  ['a sentence', `api_key=${KEY} is the one`],
  ['text with quotes', `api_key=${KEY}"`],
  ['text with brackets', `api_key=${KEY}}`],
  ['a text that begins with a blank', ` api_key=${KEY}`],
  ['a text with a long name', `${'a'.repeat(201)}[api_key]=${KEY}`],
])('does not read %s as a form', (_, text) => {
  expect(redact(text)).toEqual({ text, found: [] })
})
