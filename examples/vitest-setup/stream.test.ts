import { setupServer } from 'msw/node'
import { fromCassette, listenOptions } from 'msw-cassette'
import OpenAI from 'openai'
import { afterAll, beforeAll, expect, test } from 'vitest'

const server = setupServer(
  ...fromCassette('fixtures/go-vcr-v2/simple_streaming_gemini-2.0-flash.yaml'),
)
beforeAll(() => server.listen(listenOptions))
afterAll(() => server.close())

test('says hi in Portuguese', async () => {
  const client = new OpenAI({
    apiKey: 'not-needed',
    baseURL: 'https://openrouter.ai/api/v1',
  })
  const stream = client.chat.completions.stream({
    model: 'google/gemini-2.0-flash-001',
    max_tokens: 4000,
    messages: [
      { role: 'system', content: 'You are a helpful assistant' },
      { role: 'user', content: 'Say hi in Portuguese' },
    ],
    stream_options: { include_usage: true },
    ...{ usage: { include: true } },
  })
  let text = ''
  for await (const { choices } of stream)
    text += choices[0]?.delta.content ?? ''
  expect(text).toBe('Olá!\n')
  expect((await stream.totalUsage()).total_tokens).toBe(12)
})
