import { type Message, Ollama } from 'ollama'
import { type Client, collect, type Target, weatherTool } from '../client.ts'

/** Ollama's SDK. */
export const clients: readonly Client[] = [
  {
    name: 'ollama',
    calls: {
      plain: (target) => connect(target).chat({ model: 'm', messages: messagesOf(target.prompt) }),
      stream: async (target) => {
        const stream = await connect(target).chat({ model: 'm', messages: messagesOf(target.prompt), stream: true })
        target.signal.addEventListener('abort', () => stream.abort())
        return collect(stream, target.onPiece)
      },
      tool: async (target) => {
        const messages = messagesOf('TOOL weather?')
        const first = await connect(target).chat({ model: 'm', messages, tools: [weatherTool] })
        if (!first.message.tool_calls?.[0]) throw new Error('no tool call')
        messages.push(first.message, { role: 'tool', content: '21', tool_name: 'weather' })
        return [first, await connect(target).chat({ model: 'm', messages, tools: [weatherTool] })]
      },
      embed: (target) => connect(target).embed({ model: 'm', input: target.prompt }),
    },
  },
]

function connect({ base, own }: Target): Ollama {
  return new Ollama({ host: base, ...own })
}

function messagesOf(content: string): Message[] {
  return [{ role: 'user', content }]
}
