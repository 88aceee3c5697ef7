import { expect, test } from 'vitest'
import { ask } from './ask.ts'

test('asks over a WebSocket', { meta: { cassette: true } }, async () => {
  expect(await ask('How warm is it in Lisbon?')).toBe('It is 21 °C.')
})
