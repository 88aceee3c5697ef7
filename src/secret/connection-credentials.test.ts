import { expect, test } from 'vitest'
import { type RedactedText, redactAndFind } from '../../test/redact-and-find.ts'
import { redactConnectionStrings } from './connection-credentials.ts'
import { isCredential } from './secret-name.ts'

const KEY = 'Zq8vT2mNf4LwXk7RbJ3hYc6D'

const redact = (text: string): RedactedText =>
  redactAndFind((found) => redactConnectionStrings(text, { isCredential }, found))

test.each([
  ['a setting before a semicolon', 'Password=REDACTED;Server=a.test', 'tulip'],
  ['the last setting', 'Server=a.test;Password=REDACTED', 'tulip'],
  ['a setting with blanks around the equals sign', 'Server=a.test; Password = REDACTED; User=me', 'tulip'],
  ['a name of several words', 'Server=a.test; Shared Access Key=REDACTED;', 'tulip'],
  ['a value with an equals sign', 'AccountKey=REDACTED;EndpointSuffix=b', `password=${KEY}==`],
  ['a value with an equals sign before a harmless setting', 'AccountKey=REDACTED;PageToken=a', 'a=b'],
  ['words', 'host=a.test user=me password=REDACTED dbname=b', 'tulip'],
  ['words that begin with the password', 'password=REDACTED host=a.test', 'tulip'],
  ['words with blanks around the equals sign', 'host=a.test password = REDACTED', 'tulip'],
  ['words with an abbreviated password', 'host=a.test pwd=REDACTED', 'tulip'],
  ['words and semicolons', 'server=a.test;AccountKey=REDACTED;', 'tulip'],
  ['a string of a JSON text', '{"a":"Server=a.test;Password=REDACTED"}', 'tulip'],
])('replaces the credential in %s', (_, redacted, credential) => {
  expect(redact(redacted.replace('REDACTED', credential))).toEqual({ text: redacted, found: [credential] })
})

test('several connection strings are redacted', () => {
  expect(redact('Server=a;Password=tulip;\nServer=b;Password=rose;')).toEqual({
    text: 'Server=a;Password=REDACTED;\nServer=b;Password=REDACTED;',
    found: ['tulip', 'rose'],
  })
})

test('escapes of JSON in a credential are decoded', () => {
  expect(redact('{"a":"Server=a;Password=tu\\/lip\\u003d1;"}')).toEqual({
    text: '{"a":"Server=a;Password=REDACTED;"}',
    found: ['tu/lip=1'],
  })
})

test.each([
  ['a replaced credential', 'Server=a.test;Password=REDACTED;'],
  ['a harmless setting', `Server=a.test;PageToken=${KEY};CacheKey=${KEY};`],
  ['a setting without semicolons', 'the form has password=tulip in it'],
  ['a setting beside a distant semicolon', 'One; two, then the form has password=tulip in it'],
  ['a key beside words', 'host=a.test api_key=tulip dbname=b'],
  ['another word that contains the password', 'host=a.test my_password=tulip dbname=b'],
  ['a word that begins with the password', `host=a.test password_secret=${KEY} dbname=b`],
  ['a comparison', 'if (password == tulip) { a(); }'],
  ['a setting without a value', 'Server=a.test;Password=;User=me'],
  ['a name after a long line of words', `;${'a'.repeat(60)} password=tulip and more`],
])('does not change %s', (_, text) => {
  expect(redact(text)).toEqual({ text, found: [] })
})
