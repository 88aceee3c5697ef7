import { expect, test } from 'vitest'
import { ask } from './ask.ts'

test('retries while the model is busy', { meta: { cassette: true } }, async ({
  cassette,
}) => {
  expect(await ask('Are you busy?')).toContain('busy')
  expect(cassette.played.map(({ response }) => response.status)).toEqual([
    429, 200,
  ])
})
