import { sweepCuts } from 'msw-cassette'
import { test } from 'msw-cassette/vitest'
import { expect } from 'vitest'
import { ask, askNaively } from './ask.ts'

const question = 'Say hello'

test('answers', { meta: { cassette: 'hello' } }, async () => {
  expect(await ask(question)).not.toBe('')
})

test('retries while the model is overloaded', {
  meta: { cassette: { name: 'hello', faults: [{ at: 0, status: 529 }] } },
}, async () => {
  expect(await ask(question)).not.toBe('')
})

test('fails if the answer ends early', {
  meta: {
    cassette: {
      name: 'hello',
      faults: [{ at: 0, cutAfter: 2, cutAs: 'end' }],
    },
  },
}, async () => {
  await expect(ask(question)).rejects.toThrow('incomplete')
})

test.cuts(
  'never takes a part for the whole',
  {
    meta: { cassette: 'hello' },
  },
  ({ signal }) => ask(question, signal),
)

test('a naive consumer does', { meta: { cassette: 'hello' } }, async ({
  cassette,
}) => {
  await askNaively(question)
  const sweep = sweepCuts(cassette.cassette, ({ signal }) =>
    askNaively(question, signal),
  )
  await expect(sweep).rejects.toThrow(
    'ended early without an error after event 1 of ',
  )
})
