import { expect, test } from 'vitest'
import { showsRefusal } from './shows-refusal.ts'

const refusal = new Error('No recorded interaction matches GET https://api.test/\n  body "a"')

test('a refusal is shown by an error or a cause whose message contains it, as text or as JSON', () => {
  const errors = {
    text: new Error(`400 ${refusal.message}`),
    json: new Error(`{"message":${JSON.stringify(refusal.message)}}`),
    itself: new TypeError('fetch failed', { cause: refusal }),
    serialized: { message: 'fetch failed', cause: { message: 'inner', cause: { message: refusal.message } } },
    other: new Error('expected 1 to be 2', { cause: {} }),
    'not an error': 'text',
  }
  const shown = Object.entries(errors).filter(([, error]) => showsRefusal([error], refusal))
  expect(shown.map(([name]) => name)).toEqual(['text', 'json', 'itself', 'serialized'])
})

test('an endless chain of causes ends', () => {
  const error = new Error('a cycle')
  error.cause = error
  expect(showsRefusal([error], refusal)).toBe(false)
})
