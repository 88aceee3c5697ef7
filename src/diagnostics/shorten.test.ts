import { expect, test } from 'vitest'
import { shorten } from './shorten.ts'

test('a name of up to 200 characters is complete, and a longer one is cut', () => {
  const [short, long] = ['a'.repeat(200), 'a'.repeat(201)]
  expect([shorten(short), shorten(long)]).toEqual([short, `${short}…`])
})
