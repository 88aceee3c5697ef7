import { OpenAI } from '@llamaindex/openai'
import { type Client, collect, type Target } from '../client.ts'

/** LlamaIndex with OpenAI's models. */
export const clients: readonly Client[] = [
  {
    name: 'llamaindex',
    calls: {
      plain: async (target) => (await connect(target).chat({ messages: messagesOf(target) })).message.content,
      stream: async (target) =>
        collect(
          leave(await connect(target).chat({ messages: messagesOf(target), stream: true }), target),
          target.onPiece,
        ),
    },
  },
]

function connect({ base, own }: Target): OpenAI {
  return new OpenAI({
    apiKey: 'not-needed',
    model: 'gpt-4o-mini',
    baseURL: `${base}/v1`,
    additionalSessionOptions: own,
  })
}

function messagesOf({ prompt }: Target) {
  return [{ role: 'user' as const, content: prompt }]
}

/** It has no option for a signal, so its users leave the loop. */
async function* leave(stream: AsyncIterable<{ delta: string }>, { signal }: Target): AsyncIterable<string> {
  for await (const { delta } of stream) {
    yield delta
    if (signal.aborted) return
  }
}
