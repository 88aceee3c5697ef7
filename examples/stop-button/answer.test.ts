import { expect, test } from 'vitest'
import { Answer } from './answer.ts'

const meta = { cassette: { timing: 'manual' } } as const
const question = 'How warm is it in Lisbon?'

test('shows the text while it arrives', { meta }, async ({ cassette }) => {
  const answer = new Answer()
  const asking = answer.ask(question)
  await cassette.stream(0).next(2)
  expect(answer).toMatchObject({ text: 'It is ', state: 'writing' })
  await cassette.stream(0).rest()
  await asking
  expect(answer).toMatchObject({ text: 'It is 21 °C.', state: 'done' })
})

test('the stop button keeps the text', { meta }, async ({ cassette }) => {
  const answer = new Answer()
  const asking = answer.ask(question)
  await cassette.stream(0).next(2)
  answer.stop()
  await asking
  expect(answer).toMatchObject({ text: 'It is ', state: 'stopped' })
})

test('a broken connection is an error', { meta }, async ({ cassette }) => {
  const answer = new Answer()
  const asking = answer.ask(question)
  await cassette.stream(0).next(2)
  await cassette.stream(0).fail()
  await asking
  expect(answer).toMatchObject({ text: 'It is ', state: 'failed' })
})
