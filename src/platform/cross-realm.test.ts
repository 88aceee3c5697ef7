import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { isBytes, isDate, isError, isRegExp } from './cross-realm.ts'

class ClientError extends Error {}

const values: Record<string, unknown> = {
  'an error': new Error('a'),
  'an error of a subclass': new ClientError('a'),
  'an error of another realm': runInNewContext("new TypeError('a')"),
  'an exception of the DOM': new DOMException('a', 'AbortError'),
  'a regular expression': /a/,
  'a regular expression of another realm': runInNewContext('/a/'),
  'a date': new Date(0),
  'a date of another realm': runInNewContext('new Date(0)'),
  bytes: new Uint8Array(1),
  'bytes of another realm': runInNewContext('new Uint8Array(1)'),
  'a buffer': Buffer.from('a'),
  'other numbers': new Uint16Array(1),
  'a text': 'a',
  'a text of a date': '1970-01-01',
  null: null,
  undefined: undefined,
  'an object': {},
  'an object whose message is an object': { message: {} },
  'a function with a message': Object.assign(() => {}, { message: 'a' }),
}

const namesOf = (detects: (value: unknown) => boolean): string[] =>
  Object.keys(values).filter((name) => detects(values[name]))

test('errors, regular expressions, dates and bytes are detected in each realm, and nothing else is', () => {
  expect({
    errors: namesOf(isError),
    patterns: namesOf(isRegExp),
    dates: namesOf(isDate),
    bytes: namesOf(isBytes),
  }).toEqual({
    errors: ['an error', 'an error of a subclass', 'an error of another realm', 'an exception of the DOM'],
    patterns: ['a regular expression', 'a regular expression of another realm'],
    dates: ['a date', 'a date of another realm'],
    bytes: ['bytes', 'bytes of another realm', 'a buffer'],
  })
})
