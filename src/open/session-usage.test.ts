import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import type { Session } from '../session/session.ts'
import { createSession } from './create-session.ts'
import { readUsage as readUsageInPage, totalCalls as totalCallsInPage } from './session-usage-page.ts'

const url = 'https://api.openai.com/v1/chat/completions'
const request = '{"model":"own-model","messages":[{"role":"user","content":"Hi"}]}'
const response = JSON.stringify({
  object: 'chat.completion',
  model: 'own-model',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Olá' }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 12, completion_tokens: 7, total_tokens: 19, cost: 0.25 },
})

test('the usage of a session separates replayed from recorded calls', async () => {
  const source = buildCassette({ method: 'POST', url, request, response, duration: 1500 })
  const session = createSession({ source, options: { mode: 'replay' }, saving: 'deferred' })
  const nothing = { calls: 0, tokens: 0, unpriced: 0, waiting: 0 }
  expect(await session.usage()).toEqual({ replayed: nothing, recorded: nothing })
  await session.fetch(url, { method: 'POST', body: request, headers: { 'content-type': 'application/json' } })
  expect(await session.usage()).toEqual({
    replayed: { calls: 1, tokens: 19, cost: 0.25, unpriced: 0, waiting: 1500 },
    recorded: nothing,
  })
})

test('a page refuses to read the usage', async () => {
  await expect(readUsageInPage({} as Session)).rejects.toThrow('session.usage() needs Node')
  await expect(totalCallsInPage([])).rejects.toThrow('Costs need Node')
})
