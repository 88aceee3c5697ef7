import Groq from 'groq-sdk'
import OpenAI, { AzureOpenAI, toFile } from 'openai'
import { type Client, collect, type Target, weatherTool } from '../client.ts'

const MODEL = 'gpt-5-mini'
const AUDIO = Uint8Array.from({ length: 256 }, (_, index) => index)

type MakeOpenAI = (target: Target) => OpenAI

const connect: MakeOpenAI = ({ base, own }) => new OpenAI({ apiKey: 'not-needed', baseURL: `${base}/v1`, ...own })

const connectAzure: MakeOpenAI = ({ base, own }) =>
  new AzureOpenAI({ apiKey: 'not-needed', endpoint: base, apiVersion: '2024-10-21', deployment: MODEL, ...own })

/** Its interface is generated from that of OpenAI; its types are not the same. */
const connectGroq: MakeOpenAI = ({ base, own }) =>
  new Groq({ apiKey: 'not-needed', baseURL: base, ...own }) as unknown as OpenAI

/** OpenAI's SDK, and those with the same interface. */
export const clients: readonly Client[] = [
  { name: 'openai', calls: { ...chatCalls(connect), ...responseCalls(connect), ...mediaCalls(connect) } },
  {
    name: 'openai (AzureOpenAI)',
    package: 'openai',
    calls: { ...chatCalls(connectAzure), ...responseCalls(connectAzure), ...mediaCalls(connectAzure) },
  },
  {
    name: 'groq-sdk',
    calls: {
      ...chatCalls(connectGroq, 'no helper'),
      transcription: async (target) =>
        connectGroq(target).audio.transcriptions.create({ model: 'whisper-large-v3', file: await audioFile() }),
      speech: async (target) => {
        const params = { model: 'playai-tts', voice: 'Fritz-PlayAI', input: target.prompt }
        return toBase64(await connectGroq(target).audio.speech.create(params))
      },
    },
  },
]

function chatCalls(make: MakeOpenAI, helper: 'helper' | 'no helper' = 'helper'): Client['calls'] {
  const messagesOf = ({ prompt }: Target) => [{ role: 'user' as const, content: prompt }]
  return {
    plain: (target) =>
      make(target).chat.completions.create({ model: MODEL, messages: messagesOf(target) }, { signal: target.signal }),
    stream: async (target) => {
      const params = { model: MODEL, messages: messagesOf(target), stream: true as const }
      return collect(await make(target).chat.completions.create(params, { signal: target.signal }), target.onPiece)
    },
    tool: async (target) => {
      const { completions } = make(target).chat
      const messages: OpenAI.ChatCompletionMessageParam[] = [{ role: 'user', content: 'TOOL weather in Lisbon?' }]
      const first = await completions.create({ model: MODEL, messages, tools: [weatherTool] })
      const message = first.choices[0]?.message
      if (!message?.tool_calls?.[0]) throw new Error('no tool call')
      messages.push(message, { role: 'tool', tool_call_id: message.tool_calls[0].id, content: '21' })
      return [first, await completions.create({ model: MODEL, messages, tools: [weatherTool] })]
    },
    ...(helper === 'helper' && {
      'chat helper': (target: Target) =>
        make(target)
          .chat.completions.stream({ model: MODEL, messages: messagesOf(target) }, { signal: target.signal })
          .on('content', target.onPiece)
          .finalChatCompletion(),
    }),
  }
}

function responseCalls(make: MakeOpenAI): Client['calls'] {
  return {
    responses: (target) => make(target).responses.create({ model: MODEL, input: target.prompt }),
    'responses stream': async (target) =>
      collect(
        await make(target).responses.create({ model: MODEL, input: target.prompt, stream: true }),
        target.onPiece,
      ),
    'responses with a tool': async (target) => {
      const { responses } = make(target)
      const { description, name, parameters } = weatherTool.function
      const tools = [{ type: 'function' as const, strict: false, name, description, parameters }]
      const first = await responses.create({ model: MODEL, input: 'TOOL weather in Lisbon?', tools })
      const [call] = first.output
      if (call?.type !== 'function_call') throw new Error('no tool call')
      const result = { type: 'function_call_output' as const, call_id: call.call_id, output: '21' }
      const input = [{ role: 'user' as const, content: 'TOOL weather in Lisbon?' }, call, result]
      return [first, await responses.create({ model: MODEL, input, tools })]
    },
    'responses helper': (target) =>
      make(target).responses.stream({ model: MODEL, input: target.prompt }).finalResponse(),
  }
}

function mediaCalls(make: MakeOpenAI): Client['calls'] {
  return {
    embeddings: (target) => make(target).embeddings.create({ model: 'e', input: target.prompt }),
    files: async (target) =>
      make(target).files.create({ purpose: 'batch', file: await toFile(Buffer.from('{"a":1}\n'), 'a.jsonl') }),
    transcription: async (target) =>
      make(target).audio.transcriptions.create({ model: 'whisper-1', file: await audioFile() }),
    'transcription stream': async (target) =>
      collect(
        await make(target).audio.transcriptions.create({
          model: 'gpt-4o-transcribe',
          stream: true,
          file: await audioFile(),
        }),
        target.onPiece,
      ),
    speech: async (target) =>
      toBase64(await make(target).audio.speech.create({ model: 'tts-1', voice: 'alloy', input: target.prompt })),
    images: (target) => make(target).images.generate({ model: 'gpt-image-1', prompt: target.prompt }),
    'image edit': async (target) =>
      make(target).images.edit({
        model: 'gpt-image-1',
        prompt: target.prompt,
        image: await toFile(AUDIO, 'a.png', { type: 'image/png' }),
      }),
  }
}

function audioFile(): Promise<File> {
  return toFile(AUDIO, 'a.mp3', { type: 'audio/mpeg' })
}

async function toBase64(response: Response): Promise<string> {
  return Buffer.from(await response.arrayBuffer()).toString('base64')
}
