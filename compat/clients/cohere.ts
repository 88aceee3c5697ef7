import { CohereClientV2 } from 'cohere-ai'
import { type Client, collect, type Target, weatherTool } from '../client.ts'

const MODEL = 'command-x'

/** Cohere's SDK. */
export const clients: readonly Client[] = [
  {
    name: 'cohere-ai',
    calls: {
      plain: (target) =>
        connect(target).chat({ model: MODEL, messages: messagesOf(target.prompt) }, { abortSignal: target.signal }),
      stream: async (target) =>
        collect(
          await connect(target).chatStream(
            { model: MODEL, messages: messagesOf(target.prompt) },
            { abortSignal: target.signal },
          ),
          target.onPiece,
        ),
      tool: async (target) => {
        const question = messagesOf('TOOL weather?')
        const first = await connect(target).chat({ model: MODEL, messages: question, tools: [weatherTool] })
        const { toolCalls } = first.message
        if (!toolCalls?.[0]) throw new Error('no tool call')
        const result = { role: 'tool' as const, toolCallId: toolCalls[0].id, content: '21' }
        const messages = [...question, { role: 'assistant' as const, toolCalls }, result]
        return [first, await connect(target).chat({ model: MODEL, messages, tools: [weatherTool] })]
      },
    },
  },
]

function connect({ base, own }: Target): CohereClientV2 {
  return new CohereClientV2({ token: 'not-needed', environment: base, baseUrl: base, ...own })
}

function messagesOf(content: string) {
  return [{ role: 'user' as const, content }]
}
