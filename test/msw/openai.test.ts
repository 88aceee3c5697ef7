import { setupServer } from 'msw/node'
import { fromCassette } from 'msw-cassette'
import OpenAI from 'openai'
import { afterAll, beforeAll, expect, test } from 'vitest'

const server = setupServer(...fromCassette('fixtures/go-vcr-v2/simple_streaming_gemini-2.0-flash.yaml'))
beforeAll(() => server.listen())
afterAll(() => server.close())

test('the OpenAI SDK streams the recorded chat', async () => {
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
  const texts: (string | null | undefined)[] = []
  for await (const chunk of stream) texts.push(chunk.choices[0]?.delta.content)
  expect(texts).toEqual(['Olá', '!\n', ''])
})
