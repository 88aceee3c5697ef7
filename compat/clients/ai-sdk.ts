import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock'
import { createAnthropic } from '@ai-sdk/anthropic'
import { createGoogleGenerativeAI } from '@ai-sdk/google'
import { createOpenAI } from '@ai-sdk/openai'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { createOpenRouter } from '@openrouter/ai-sdk-provider'
import { createGateway, generateText, type LanguageModel, stepCountIs, streamObject, streamText, tool } from 'ai'
import { z } from 'zod'
import { type Client, collect, type Target } from '../client.ts'
import { aiMediaCalls } from './ai-media.ts'
import { useChatCalls } from './use-chat.ts'

type MakeModel = (target: Target) => LanguageModel

const KEY = { apiKey: 'not-needed' }
const AWS = { region: 'us-east-1', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not-needed' }

const openai = ({ base, own }: Target) => createOpenAI({ ...KEY, baseURL: `${base}/v1`, ...own })
const google = ({ base, own }: Target) => createGoogleGenerativeAI({ ...KEY, baseURL: `${base}/v1beta`, ...own })
const bedrock = ({ base, own }: Target) => createAmazonBedrock({ ...AWS, baseURL: base, ...own })
const compatible = ({ base, own }: Target) =>
  createOpenAICompatible({ name: 'local', ...KEY, baseURL: `${base}/v1`, ...own })
const gateway = ({ base, own }: Target) => createGateway({ ...KEY, baseURL: `${base}/v4/ai`, ...own })

/** The AI SDK with its providers. */
export const clients: readonly Client[] = [
  {
    name: 'ai, @ai-sdk/openai',
    package: '@ai-sdk/openai',
    calls: {
      ...modelCalls((target) => openai(target)('gpt-5-mini')),
      ...aiMediaCalls({
        embedding: (target) => openai(target).embedding('e'),
        image: (target) => openai(target).image('gpt-image-1'),
        speech: (target) => openai(target).speech('tts-1'),
        transcription: (target) => openai(target).transcription('whisper-1'),
      }),
    },
  },
  {
    name: 'ai, @ai-sdk/openai (chat)',
    package: '@ai-sdk/openai',
    calls: modelCalls((target) => openai(target).chat('gpt-5-mini')),
  },
  {
    name: 'ai, @ai-sdk/anthropic',
    package: '@ai-sdk/anthropic',
    calls: modelCalls(({ base, own }) => createAnthropic({ ...KEY, baseURL: `${base}/v1`, ...own })('claude-x')),
  },
  {
    name: 'ai, @ai-sdk/google',
    package: '@ai-sdk/google',
    needs: {
      match: 'llmDefaults',
      reason:
        'It invents the ids of tool calls that Gemini gives none, so a second turn differs without `normalize: llmDefaults()`.',
    },
    calls: {
      ...modelCalls((target) => google(target)('gemini-x')),
      ...aiMediaCalls({
        embedding: (target) => google(target).embedding('e'),
        image: (target) => google(target).image('gemini-x-image'),
      }),
    },
  },
  {
    name: 'ai, @ai-sdk/amazon-bedrock',
    package: '@ai-sdk/amazon-bedrock',
    calls: {
      ...modelCalls((target) => bedrock(target)('anthropic.claude-x-v1:0')),
      ...aiMediaCalls({
        embedding: (target) => bedrock(target).embedding('amazon.titan-embed-text-v2:0'),
        image: (target) => bedrock(target).image('amazon.nova-canvas-v1:0'),
      }),
    },
  },
  {
    name: 'ai, @ai-sdk/openai-compatible',
    package: '@ai-sdk/openai-compatible',
    calls: {
      ...modelCalls((target) => compatible(target)('m')),
      ...aiMediaCalls({
        embedding: (target) => compatible(target).embeddingModel('e'),
        image: (target) => compatible(target).imageModel('i'),
      }),
    },
  },
  {
    name: 'ai, @openrouter/ai-sdk-provider',
    package: '@openrouter/ai-sdk-provider',
    calls: modelCalls(({ base, own }) =>
      createOpenRouter({ ...KEY, baseURL: `${base}/api/v1`, ...own }).chat('openai/gpt-x'),
    ),
  },
  {
    name: 'ai (gateway)',
    package: 'ai',
    calls: {
      ...modelCalls((target) => gateway(target)('openai/gpt-5')),
      ...aiMediaCalls({
        embedding: (target) => gateway(target).embeddingModel('openai/e'),
        image: (target) => gateway(target).imageModel('openai/gpt-image-1'),
        speech: (target) => gateway(target).speechModel('openai/tts-1'),
        transcription: (target) => gateway(target).transcriptionModel('openai/whisper-1'),
      }),
    },
  },
  { name: 'useChat in jsdom', package: '@ai-sdk/react', calls: useChatCalls },
]

function modelCalls(make: MakeModel): Client['calls'] {
  const weather = tool({
    description: 'The temperature in a city',
    inputSchema: z.object({ city: z.string() }),
    execute: async () => '21',
  })
  return {
    plain: async (target) => {
      const result = await generateText({
        model: make(target),
        prompt: target.prompt,
        abortSignal: target.signal,
      })
      return [result.text, result.usage, result.finishReason]
    },
    stream: async (target) => {
      const { pieces, result } = await readStream({ model: make(target), prompt: target.prompt }, target)
      return target.signal.aborted ? pieces : [pieces, await result.usage, await result.finishReason]
    },
    tool: async (target) => {
      const result = await generateText({
        model: make(target),
        prompt: 'TOOL weather in Lisbon?',
        tools: { weather },
        stopWhen: stepCountIs(3),
      })
      if (result.steps.length !== 2) throw new Error(`${result.steps.length} steps`)
      return [result.text, result.steps.map(({ toolCalls, text }) => [toolCalls.length, text])]
    },
    'tool stream': async (target) => {
      const turns = { prompt: 'TOOL weather in Lisbon?', tools: { weather }, stopWhen: stepCountIs(3) }
      const { pieces, result } = await readStream({ model: make(target), ...turns }, target)
      const steps = await result.steps
      if (steps.length !== 2) throw new Error(`${steps.length} steps`)
      return [pieces, steps.map(({ toolResults }) => toolResults.map(({ output }) => output))]
    },
    streamObject: async (target) => {
      const schema = z.object({ city: z.string() })
      const result = streamObject({ model: make(target), schema, prompt: `OBJECT ${target.prompt}` })
      await collect(result.partialObjectStream, target.onPiece)
      return await result.object
    },
  }
}

/** `streamText` reports an error to `onError` only, and then ends as if nothing happened. */
async function readStream(params: Parameters<typeof streamText>[0], { signal, onPiece }: Target) {
  let failure: { error: unknown } | undefined
  const result = streamText({
    ...params,
    abortSignal: signal,
    onError: (event) => {
      failure = event
    },
  })
  const pieces = await collect(result.textStream, onPiece)
  if (failure) throw failure.error
  return { pieces, result }
}
