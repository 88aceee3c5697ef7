import { expect, test } from 'vitest'
import { interview } from './interview.ts'

test('asks ten questions', { meta: { cassette: true } }, async () => {
  const answers = await interview([
    'Who are you?',
    'Which languages do you speak?',
    'Who built you?',
    'When were you trained?',
    'How long can a question be?',
    'Can you see images?',
    'Can you hear?',
    'Which tools can you call?',
    'What do you cost?',
    'Can I go now?',
  ])
  expect(answers).toHaveLength(10)
})
