import { setupServer } from 'msw/node'
import { openCassette } from 'msw-cassette'
import OpenAI from 'openai'

// A separate program: node stream-chat.ts <cassette> <base URL>. It streams one response through the OpenAI SDK and prints its pieces.
const [cassette = '', baseURL = ''] = process.argv.slice(2)
const server = setupServer()
server.listen({ onUnhandledFrame: 'error' })

const session = openCassette(cassette, { hosts: [new URL(baseURL).host] })
server.use(...session.handlers)
const client = new OpenAI({ baseURL, apiKey: 'sk-this-is-no-key-but-looks-like-one-0123456789' })
const stream = await client.chat.completions.create({
  model: 'gpt-5-mini',
  messages: [{ role: 'user', content: 'Say hello.' }],
  stream: true,
})
const pieces: (string | null | undefined)[] = []
for await (const { choices } of stream) pieces.push(choices[0]?.delta.content)
session.verify()
await session.close()
const chunks = session.cassette.interactions.map(({ response }) => response.chunks?.map(({ size }) => size))
process.stdout.write(JSON.stringify({ mode: session.mode, pieces, recorded: session.recorded.length, chunks }))
server.close()
