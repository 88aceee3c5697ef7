import { OpenAI, OpenAIEmbedding } from '@llamaindex/openai'
import { type ChatMessage, FunctionTool, type ToolCallLLMMessageOptions } from 'llamaindex'
import { type Client, collect, type Target, weatherSchema } from '../client.ts'

const weather = FunctionTool.from(async () => '21', { name: 'weather', description: 'w', parameters: weatherSchema })

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
      tool: async (target) => {
        const messages: ChatMessage<ToolCallLLMMessageOptions>[] = [{ role: 'user', content: 'TOOL weather?' }]
        const first = await connect(target).chat({ messages, tools: [weather] })
        const [call] =
          first.message.options && 'toolCall' in first.message.options ? first.message.options.toolCall : []
        if (!call) throw new Error('no tool call')
        const toolResult = { id: call.id, result: '21', isError: false }
        messages.push(first.message, { role: 'user', content: '21', options: { toolResult } })
        return [call, (await connect(target).chat({ messages, tools: [weather] })).message.content]
      },
      embeddings: ({ base, own, prompt }) =>
        new OpenAIEmbedding({
          apiKey: 'not-needed',
          baseURL: `${base}/v1`,
          additionalSessionOptions: own,
        }).getTextEmbedding(prompt),
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
