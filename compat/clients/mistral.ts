import { Mistral } from '@mistralai/mistralai'
import { HTTPClient } from '@mistralai/mistralai/lib/http.js'
import { type Client, collect, type Target, weatherTool } from '../client.ts'

const MODEL = 'mistral-x'

/** Mistral's SDK. */
export const clients: readonly Client[] = [
  {
    name: '@mistralai/mistralai',
    calls: {
      plain: (target) =>
        connect(target).chat.complete({ model: MODEL, messages: messagesOf(target) }, optionsOf(target)),
      stream: async (target) =>
        collect(
          await connect(target).chat.stream({ model: MODEL, messages: messagesOf(target) }, optionsOf(target)),
          target.onPiece,
        ),
      tool: async (target) => {
        const [question] = messagesOf({ prompt: 'TOOL weather?' })
        if (!question) throw new Error('no question')
        const first = await connect(target).chat.complete({ model: MODEL, messages: [question], tools: [weatherTool] })
        const message = first.choices?.[0]?.message
        const call = message?.toolCalls?.[0]
        if (!message || !call) throw new Error('no tool call')
        const result = { role: 'tool' as const, toolCallId: call.id ?? '', content: '21' }
        const messages = [question, { ...message, role: 'assistant' as const }, result]
        return [first, await connect(target).chat.complete({ model: MODEL, messages, tools: [weatherTool] })]
      },
      embeddings: (target) => connect(target).embeddings.create({ model: 'mistral-embed', inputs: target.prompt }),
      upload: (target) =>
        connect(target).files.upload({ file: new File(['hello world'], 'a.txt', { type: 'text/plain' }) }),
    },
  },
]

function connect({ base, own }: Target): Mistral {
  const { fetch } = own
  return new Mistral({
    apiKey: 'not-needed',
    serverURL: base,
    ...(fetch && { httpClient: new HTTPClient({ fetcher: (input, init) => fetch(input, init) }) }),
  })
}

function messagesOf({ prompt }: Pick<Target, 'prompt'>) {
  return [{ role: 'user' as const, content: prompt }]
}

function optionsOf({ signal }: Target) {
  return { fetchOptions: { signal } }
}
