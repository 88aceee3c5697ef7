import type { Cassette, Interaction } from 'msw-cassette'

/** The URL of all requests in the benchmarks. */
export const url = 'https://api.openai.com/v1/chat/completions'

/** A request body of about 1 KB, different for each index. */
export function requestBody(index: number): string {
  return JSON.stringify({ ...requestParams(index), stream: true })
}

/** The same request as parameters for the OpenAI SDK. */
export function requestParams(index: number): {
  model: string
  temperature: number
  messages: { role: 'system' | 'user'; content: string }[]
} {
  return {
    model: 'gpt-4o-mini',
    temperature: 0.2,
    messages: [
      { role: 'system', content: 'You are a helpful assistant who answers briefly. '.repeat(9) },
      { role: 'user', content: `Question ${index}: ${'what is the answer to it all? '.repeat(14)}` },
    ],
  }
}

/**
 * The text of each event of a chat completion stream. An event has about 315 bytes, so 40 events have 12.6 KB.
 *
 * @param count the number of events, including the final `[DONE]`
 */
export function events(count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    index === count - 1 ? 'data: [DONE]\n\n' : `data: ${JSON.stringify(completionChunk(index))}\n\n`,
  )
}

function completionChunk(index: number): unknown {
  return {
    id: 'chatcmpl-ABCDEFGHIJKLMNOPQRSTUVWXYZ0123',
    object: 'chat.completion.chunk',
    created: 1_763_900_000,
    model: 'gpt-4o-mini-2024-07-18',
    service_tier: 'default',
    system_fingerprint: 'fp_0123456789',
    choices: [
      {
        index: 0,
        delta: { content: ` word${String(index).padStart(6, '0')} ${'x'.repeat(24)}` },
        logprobs: null,
        finish_reason: null,
      },
    ],
    usage: null,
    obfuscation: 'abcdefghij',
  }
}

/** An interaction with a streamed response. */
function interaction(index: number, count: number): Interaction {
  const encoder = new TextEncoder()
  return {
    request: {
      method: 'POST',
      url,
      headers: [['Content-Type', 'application/json']],
      body: encoder.encode(requestBody(index)),
    },
    response: {
      status: 200,
      statusText: 'OK',
      headers: [['Content-Type', 'text/event-stream; charset=utf-8']],
      body: encoder.encode(events(count).join('')),
    },
  }
}

/** A cassette in memory. Each interaction has a different request. */
export function cassetteOf(interactions: number, count: number): Cassette {
  return {
    format: 'go-vcr-2',
    interactions: Array.from({ length: interactions }, (_, index) => interaction(index, count)),
  }
}
