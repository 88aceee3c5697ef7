import type { Cassette, Interaction } from 'msw-cassette'

/** Where every request of the benchmark goes. */
export const url = 'https://api.openai.com/v1/chat/completions'

/** The body of a request of about 1 KB: each index has one of its own. */
export function requestBody(index: number): string {
  return JSON.stringify({ ...requestParams(index), stream: true })
}

/** The same request as the OpenAI SDK takes it. */
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
 * The events of a chat completion stream, each as its text: about 315 bytes, so 40 of them are 12.6 KB.
 *
 * @param count how many, with the `[DONE]` that is the last
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

/** An exchange of a request with a streamed answer. */
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

/** A cassette in memory; each of its interactions has its own request and its own answer. */
export function cassetteOf(interactions: number, count: number): Cassette {
  return {
    format: 'go-vcr-2',
    interactions: Array.from({ length: interactions }, (_, index) => interaction(index, count)),
  }
}
