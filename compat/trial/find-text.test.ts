import { expect, test } from 'vitest'
import { findText } from './find-text.ts'

const TEXT = 'No recorded interaction matches POST http://a.test/'

test('the text of a mismatch is in the message, in a cause, in a field, or nowhere', () => {
  const cause = new Error('Connection error.', { cause: new Error(TEXT) })
  const hidden = Object.defineProperty(new Error('400'), 'response', { value: { body: TEXT }, enumerable: false })
  expect([
    findText(new Error(`400 ${TEXT}`)),
    findText(new Error('fetch failed', { cause })),
    findText(Object.assign(new Error('400'), { response: { data: { message: TEXT } } })),
    findText(hidden),
    findText(new Error('400')),
    findText(undefined),
  ]).toEqual(['message', 'cause', 'field', 'field', 'nowhere', 'nowhere'])
})

test('an error that is its own cause is read once', () => {
  const error = new Error('400')
  error.cause = error
  expect(findText(error)).toBe('nowhere')
})
