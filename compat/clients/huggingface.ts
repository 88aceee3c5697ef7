import { InferenceClient } from '@huggingface/inference'
import { type Client, collect, type Target, weatherTool } from '../client.ts'

/** Hugging Face's SDK. */
export const clients: readonly Client[] = [
  {
    name: '@huggingface/inference',
    calls: {
      plain: (target) =>
        connect(target).chatCompletion({ model: 'm', messages: messagesOf(target) }, { signal: target.signal }),
      stream: (target) =>
        collect(
          connect(target).chatCompletionStream({ model: 'm', messages: messagesOf(target) }, { signal: target.signal }),
          target.onPiece,
        ),
      tool: async (target) => {
        const question = { role: 'user' as const, content: 'TOOL weather?' }
        const first = await connect(target).chatCompletion({ model: 'm', messages: [question], tools: [weatherTool] })
        const message = first.choices[0]?.message
        const call = message?.tool_calls?.[0]
        if (!message || !call) throw new Error('no tool call')
        const messages = [question, message as never, { role: 'tool', tool_call_id: call.id, content: '21' } as never]
        return [first, await connect(target).chatCompletion({ model: 'm', messages, tools: [weatherTool] })]
      },
    },
  },
]

function connect({ base, own }: Target): InferenceClient {
  return new InferenceClient('not-needed', { endpointUrl: `${base}/v1/chat/completions`, ...own })
}

function messagesOf({ prompt }: Target) {
  return [{ role: 'user' as const, content: prompt }]
}
