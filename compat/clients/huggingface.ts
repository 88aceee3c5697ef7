import { InferenceClient } from '@huggingface/inference'
import { type Client, collect, type Route, type Target, weatherTool } from '../client.ts'

type Connect = (target: Target) => InferenceClient
type Provider = 'auto' | 'groq'

const TOKEN = 'hf_not-needed'
/** Only `endpointUrl` can be the address of a server. */
const withoutServer: readonly Route[] = ['MSW 3', 'MSW 2', 'session.fetch']

/** Hugging Face's SDK: with an endpoint of the user, its own router, and a provider that the router forwards to, or that has a key. */
export const clients: readonly Client[] = [
  {
    name: '@huggingface/inference (endpointUrl)',
    package: '@huggingface/inference',
    calls: {
      ...chatCalls(
        ({ base, own }) => new InferenceClient(TOKEN, { endpointUrl: `${base}/v1/chat/completions`, ...own }),
        undefined,
      ),
      'speech to text': (target) =>
        mediaClient(target, 'audio/transcriptions').automaticSpeechRecognition({ data: new Blob(['RIFF']) }),
      'text to speech': async (target) =>
        toBase64(await mediaClient(target, 'audio/speech').textToSpeech({ inputs: target.prompt })),
    },
  },
  hostClient('router', 'https://router.huggingface.co', TOKEN, 'auto'),
  hostClient("provider: 'groq'", 'https://router.huggingface.co', TOKEN, 'groq'),
  hostClient("provider: 'groq', its key", 'https://api.groq.com', 'gsk_not-needed', 'groq'),
]

/** A client whose hosts can't be changed. */
function hostClient(title: string, origin: string, token: string, provider: Provider): Client {
  return {
    name: `@huggingface/inference (${title})`,
    package: '@huggingface/inference',
    origin,
    routes: withoutServer,
    calls: chatCalls(({ own }) => new InferenceClient(token, own), provider),
  }
}

function chatCalls(connect: Connect, provider: Provider | undefined): Client['calls'] {
  const head = { model: 'm', ...(provider && { provider }) }
  const messagesOf = ({ prompt }: Target) => [{ role: 'user' as const, content: prompt }]
  return {
    plain: (target) =>
      connect(target).chatCompletion({ ...head, messages: messagesOf(target) }, { signal: target.signal }),
    stream: (target) =>
      collect(
        connect(target).chatCompletionStream({ ...head, messages: messagesOf(target) }, { signal: target.signal }),
        target.onPiece,
      ),
    tool: async (target) => {
      const question = { role: 'user' as const, content: 'TOOL weather?' }
      const first = await connect(target).chatCompletion({ ...head, messages: [question], tools: [weatherTool] })
      const message = first.choices[0]?.message
      const call = message?.tool_calls?.[0]
      if (!message || !call) throw new Error('no tool call')
      const messages = [question, message as never, { role: 'tool', tool_call_id: call.id, content: '21' } as never]
      return [first, await connect(target).chatCompletion({ ...head, messages, tools: [weatherTool] })]
    },
  }
}

function mediaClient({ base, own }: Target, path: string): InferenceClient {
  return new InferenceClient(TOKEN, { endpointUrl: `${base}/v1/${path}`, ...own })
}

async function toBase64(blob: Blob): Promise<string> {
  return Buffer.from(await blob.arrayBuffer()).toString('base64')
}
