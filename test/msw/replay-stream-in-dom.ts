import { readFileSync } from 'node:fs'
import { openCassette } from 'msw-cassette'
import OpenAI from 'openai'
import { expect } from 'vitest'
import { listenTo } from './listen-to.ts'

const file = 'fixtures/go-vcr-v2/openai-chat-tools-streaming.yaml'

/** Replays a recorded stream through the OpenAI SDK in the DOM environment of the calling test. */
export async function replayStreamInDom(): Promise<void> {
  expect(typeof document).toBe('object')
  const session = openCassette(file, { mode: 'replay' })
  const close = listenTo(...session.handlers)
  try {
    const client = new OpenAI({ apiKey: 'unused', dangerouslyAllowBrowser: true })
    const stream = await client.chat.completions.create(recordedParams())
    let chunks = 0
    for await (const _ of stream) chunks++
    session.verify()
    expect(chunks).toBe(4)
  } finally {
    close()
    await session.close()
  }
}

function recordedParams(): OpenAI.ChatCompletionCreateParamsStreaming {
  const [, body = ''] = /^ {4}body: '(.*)'$/m.exec(readFileSync(file, 'utf8')) ?? []
  return JSON.parse(body.replaceAll("''", "'"))
}
