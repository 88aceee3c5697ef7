import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { totalCalls } from './total-calls.ts'

const answer = (model: string, usage: object): string =>
  JSON.stringify({
    id: 'x',
    object: 'chat.completion',
    model,
    choices: [{ index: 0, message: { role: 'assistant', content: 'Olá' }, finish_reason: 'stop' }],
    usage,
  })
const request = '{"model":"gpt-5-mini","messages":[{"role":"user","content":"Hi"}]}'
const USAGE = { prompt_tokens: 1_000_000, completion_tokens: 1_000_000, total_tokens: 2_000_000 }
const url = 'https://api.openai.com/v1/chat/completions'

/** An interaction of a known date, so that its price is known. */
function record(response: string) {
  const [interaction] = buildCassette({ method: 'POST', url, request, response }).interactions
  if (!interaction) throw new Error('no interaction')
  return {
    ...interaction,
    recordedAt: new Date('2026-01-02T03:04:05Z'),
    response: { ...interaction.response, duration: 1500 },
  }
}

test('tokens, listed prices and waiting are multiplied by the number of calls', async () => {
  const { cost, ...totals } = await totalCalls([{ interaction: record(answer('gpt-5-mini', USAGE)), count: 2 }])
  expect(totals).toEqual({ calls: 2, tokens: 4_000_000, unpriced: 0, waiting: 3000 })
  expect(cost).toBeGreaterThan(0)
})

test('a recorded cost takes precedence, and an unknown one is not zero', async () => {
  const known = { interaction: record(answer('own-model', { ...USAGE, cost: 0.25 })), count: 1 }
  const unknown = { interaction: record(answer('own-model', USAGE)), count: 3 }
  expect(await totalCalls([known, unknown])).toEqual({
    calls: 4,
    tokens: 8_000_000,
    cost: 0.25,
    unpriced: 3,
    waiting: 6000,
  })
  expect((await totalCalls([unknown])).cost).toBeUndefined()
})

test('a failed request and a service that is not a model cost nothing', async () => {
  const failed = record('{"error":{"message":"overloaded","type":"server_error"}}')
  const calls = [{ ...failed, response: { ...failed.response, status: 529 } }, record('<p>Hi</p>')]
  expect(await totalCalls(calls.map((interaction) => ({ interaction, count: 1 })))).toEqual({
    calls: 2,
    tokens: 0,
    unpriced: 0,
    waiting: 3000,
  })
})
