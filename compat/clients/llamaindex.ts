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
          await connect(target).chat({ messages: messagesOf(target), stream: true }),
          target.onPiece,
          ({ delta }) => delta,
        ),
    },
  },
]

function connect({ base, own }: Target): OpenAI {
  return new OpenAI({ apiKey: 'not-needed', model: 'gpt-4o-mini', baseURL: `${base}/v1`, additionalSessionOptions: own })
}

function messagesOf({ prompt }: Target) {
  return [{ role: 'user' as const, content: prompt }]
}
