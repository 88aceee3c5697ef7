import { expect, test } from 'vitest'
import { greet } from './greet.ts'

test('says hi', { meta: { cassette: true } }, async () => {
  expect(await greet('Portuguese')).toContain('Olá')
})
