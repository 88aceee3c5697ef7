import { setupServer } from 'msw/node'
import { listenOptions, openCassette } from 'msw-cassette'
import OpenAI from 'openai'

// With the recorded timing, you can watch it stream. By default there is no delay.
const session = openCassette(
  'fixtures/go-vcr-v2/simple_streaming_gemini-2.0-flash.yaml',
  { timing: 'recorded' },
)
const server = setupServer(...session.handlers)
server.listen(listenOptions)

const client = new OpenAI({
  apiKey: 'not-needed',
  baseURL: 'https://openrouter.ai/api/v1',
})
const start = performance.now()
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

for await (const chunk of stream) {
  const at = `${Math.round(performance.now() - start)} ms`.padStart(8)
  const text = chunk.choices[0]?.delta.content
  if (text) console.log(`${at}  ${JSON.stringify(text)}`)
  if (chunk.usage)
    console.log(
      `${at}  ${chunk.usage.prompt_tokens} tokens in, ${chunk.usage.completion_tokens} out`,
    )
}

session.verify()
session.close()
server.close()
