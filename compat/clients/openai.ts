import Groq from 'groq-sdk'
import OpenAI, { AzureOpenAI, toFile } from 'openai'
import { type Client, collect, type Target, weatherTool } from '../client.ts'

const MODEL = 'gpt-5-mini'
const AUDIO = Uint8Array.from({ length: 256 }, (_, index) => index)

type MakeOpenAI = (target: Target) => OpenAI

const connect: MakeOpenAI = ({ base, own }) => new OpenAI({ apiKey: 'not-needed', baseURL: `${base}/v1`, ...own })

/** OpenAI's SDK, and those with the same interface. */
export const clients: readonly Client[] = [
  { name: 'openai', calls: { ...chatCalls(connect), ...responseCalls(), ...mediaCalls() } },
  {
    name: 'openai (AzureOpenAI)',
    package: 'openai',
    calls: chatCalls(
      ({ base, own }) =>
        new AzureOpenAI({ apiKey: 'not-needed', endpoint: base, apiVersion: '2024-10-21', deployment: MODEL, ...own }),
    ),
  },
  {
    name: 'groq-sdk',
    // Its interface is generated from that of OpenAI; its types are not the same.
    calls: chatCalls(
      ({ base, own }) => new Groq({ apiKey: 'not-needed', baseURL: base, ...own }) as unknown as OpenAI,
      'no helper',
    ),
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

function responseCalls(): Client['calls'] {
  return {
    responses: (target) => connect(target).responses.create({ model: MODEL, input: target.prompt }),
    'responses stream': async (target) =>
      collect(
        await connect(target).responses.create({ model: MODEL, input: target.prompt, stream: true }),
        target.onPiece,
      ),
    'responses helper': (target) =>
      connect(target).responses.stream({ model: MODEL, input: target.prompt }).finalResponse(),
  }
}

function mediaCalls(): Client['calls'] {
  const audio = () => toFile(AUDIO, 'a.mp3', { type: 'audio/mpeg' })
  return {
    embeddings: (target) => connect(target).embeddings.create({ model: 'e', input: target.prompt }),
    files: async (target) =>
      connect(target).files.create({ purpose: 'batch', file: await toFile(Buffer.from('{"a":1}\n'), 'a.jsonl') }),
    transcription: async (target) =>
      connect(target).audio.transcriptions.create({ model: 'whisper-1', file: await audio() }),
    'transcription stream': async (target) =>
      collect(
        await connect(target).audio.transcriptions.create({
          model: 'gpt-4o-transcribe',
          stream: true,
          file: await audio(),
        }),
        target.onPiece,
      ),
    speech: async (target) => {
      const speech = await connect(target).audio.speech.create({ model: 'tts-1', voice: 'alloy', input: target.prompt })
      return Buffer.from(await speech.arrayBuffer()).toString('base64')
    },
    images: (target) => connect(target).images.generate({ model: 'gpt-image-1', prompt: target.prompt }),
    'image edit': async (target) =>
      connect(target).images.edit({
        model: 'gpt-image-1',
        prompt: target.prompt,
        image: await toFile(AUDIO, 'a.png', { type: 'image/png' }),
      }),
  }
}
