import { expect, test } from 'vitest'
import { runAgent } from './run-agent.ts'

test('calls the tool and answers', { meta: { cassette: true } }, async ({
  cassette,
}) => {
  const calls: string[] = []
  const answer = await runAgent(
    'Which clothes do I need in Lisbon?',
    (name, input) => {
      calls.push(`${name} ${input}`)
      return '21 °C'
    },
  )
  expect(calls).toEqual(['get_weather {"city":"Lisbon"}'])
  expect(answer).toContain('T-shirt')
  expect(cassette).toHavePlayed(2)
})
