import { expect, test } from 'vitest'
import { type RedactedText, redactAndFind } from '../../test/redact-and-find.ts'
import { redactMultipart } from './multipart-credentials.ts'
import { isCredential } from './secret-name.ts'

const KEY = 'Zk3v9Qm1Xw7Lr5Tb'

const redact = (text: string): RedactedText => redactAndFind((found) => redactMultipart(text, { isCredential }, found))

const part = (head: string, value: string, line = '\r\n'): string => `--b${line}${head}${line}${line}${value}${line}`
const field = (name: string): string => `Content-Disposition: form-data; name="${name}"`

test.each([
  ['between other fields', part(field('model'), 'm') + part(field('api_key'), KEY) + part(field('n'), '2')],
  ['with line feeds alone', part(field('api_key'), KEY, '\n') + part(field('n'), '2', '\n')],
  ['with a name without quotes', part('Content-Disposition: form-data;name=api_key', KEY)],
  ['with an encoding of the name behind it', part(`${field('api_key')}; charset=utf-8`, KEY)],
  [
    'with a lower-case head below another head',
    part(`Content-Type: text/plain\r\n${field('api_key').toLowerCase()}`, KEY),
  ],
  ['with another head below it', part(`${field('api_key')}\r\nContent-Type: text/plain`, KEY)],
])('replaces the value of a field %s', (_, body) => {
  const text = `${body}--b--\r\n`
  expect(redact(text)).toEqual({ text: text.replace(KEY, 'REDACTED'), found: [KEY] })
})

test('replaces a value that is cut', () => {
  expect(redact(`--b\r\n${field('api_key')}\r\n\r\nZk3v9Qm1`)).toEqual({
    text: `--b\r\n${field('api_key')}\r\n\r\nREDACTED`,
    found: ['Zk3v9Qm1'],
  })
})

test('replaces a value of several lines, whose last line break is part of the delimiter', () => {
  const value = `${KEY}\r\n${KEY}`
  expect(redact(`${part(field('password'), value)}--b--`)).toEqual({
    text: `${part(field('password'), 'REDACTED')}--b--`,
    found: [value],
  })
})

test.each([
  ['a field with another name', part(field('model'), KEY)],
  ['an empty field', part(field('api_key'), '')],
  ['a field that was replaced before', part(field('api_key'), 'REDACTED')],
  ['a file', part('Content-Disposition: form-data; filename="api_key"', KEY)],
  ['a part without a name', part('Content-Type: text/plain', KEY)],
  ['a name in another head', part('X-Note: form-data; name="api_key"', KEY)],
  ['a part without a head', `--b\r\n${field('api_key')}\r\n${KEY}\r\n`],
  ['a part with a long head', part(`X-Note: ${'x'.repeat(4096)}\r\n${field('api_key')}`, KEY)],
  ['text before the first delimiter', ` ${part(field('api_key'), KEY)}`],
  ['text that continues after the delimiter', part(field('api_key'), KEY).replace('--b\r\n', '--b more')],
])('does not change %s', (_, body) => {
  const text = `${body}--b--\r\n`
  expect(redact(text)).toEqual({ text, found: [] })
})
