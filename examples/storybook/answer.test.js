import { expect, test } from 'vitest'
import { ask } from './answer.js'

const meta = { cassette: 'weather' }

test('says how warm it is', { meta }, async () => {
  const words = await Array.fromAsync(ask('How warm is it in Lisbon?'))
  expect(words.join('')).toContain('°C')
})
