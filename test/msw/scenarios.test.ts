import { openCassette } from 'msw-cassette'
import OpenAI from 'openai'
import { expect, test } from 'vitest'
import { scenarios } from '../../fixtures/scenarios.ts'
import { startMswServer } from './start-msw-server.ts'

const server = startMswServer()

/** The result of each scenario when it was recorded. */
const results: Record<string, unknown> = {
  'openai-chat-tools-streaming': ['{"city":"Lisbon"}'],
  'openai-chat': { text: 'It is 21 °C.', tokens: 19 },
  'openai-responses': 'It is 21 °C.',
  'openai-responses-streaming': [
    'response.created',
    'response.output_text.delta',
    'response.output_text.delta',
    'response.completed',
  ],
  'anthropic-messages-streaming': { text: 'It is 21 °C.', tokens: 9 },
  'openai-rate-limit-then-chat': 'It is 21 °C.',
  'anthropic-overloaded-then-message': 'It is 21 °C.',
}

test.each(scenarios)('the replay of $name has the recorded result', async ({ name, origin, run }) => {
  await using session = openCassette(`fixtures/go-vcr-v2/${name}.yaml`, { mode: 'replay' })
  server.use(...session.handlers)
  expect(await run(origin)).toEqual(results[name])
  session.verify()
})

test('the OpenAI SDK streams the recorded chat chunk by chunk, with its usage', async () => {
  await using session = openCassette('fixtures/go-vcr-v2/simple_streaming_gemini-2.0-flash.yaml', { mode: 'replay' })
  server.use(...session.handlers)
  const client = new OpenAI({ apiKey: 'not-needed', baseURL: 'https://openrouter.ai/api/v1' })
  const stream = await client.chat.completions.create({
    model: 'google/gemini-2.0-flash-001',
    max_tokens: 4000,
    messages: [
      { role: 'system', content: 'You are a helpful assistant' },
      { role: 'user', content: 'Say hi in Portuguese' },
    ],
    stream: true,
    stream_options: { include_usage: true },
    ...{ usage: { include: true } },
  })
  const chunks: unknown[] = []
  for await (const { choices, usage } of stream) chunks.push([choices[0]?.delta.content, usage?.total_tokens])
  expect(chunks).toEqual([
    ['Olá', undefined],
    ['!\n', undefined],
    ['', 12],
  ])
  session.verify()
})
