import { createGoogle } from '@ai-sdk/google'
import { createOpenAI } from '@ai-sdk/openai'
import { experimental_streamTranscribe as streamTranscribe, experimental_streamTranslate as streamTranslate } from 'ai'
import type { Client, Route, Target } from '../client.ts'
import { SILENCE, socketBase } from '../socket-target.ts'

const routes: readonly Route[] = ['MSW 3', 'MSW 2', 'session.WebSocket', 'server']

/** The functions of the AI SDK that use WebSockets: the global class, or that of the option `webSocket`. */
export const clients: readonly Client[] = [
  {
    name: 'ai (streamTranscribe), @ai-sdk/openai',
    package: '@ai-sdk/openai',
    routes,
    calls: {
      stream: (target) =>
        transcribe(target, 24_000, {
          model: openai(target).transcription('gpt-realtime-whisper'),
          providerOptions: { openai: { language: target.prompt } },
        }),
    },
  },
  {
    name: 'ai (streamTranslate), @ai-sdk/openai',
    package: '@ai-sdk/openai',
    routes,
    calls: {
      stream: (target) => {
        const { fullStream } = streamTranslate({
          model: openai(target).speechTranslationModel('gpt-realtime-translate'),
          targetLanguage: target.prompt,
          ...soundOf(target, 24_000),
        })
        return readParts(fullStream, 'output-text-delta', target)
      },
    },
  },
  {
    name: 'ai (streamTranscribe), @ai-sdk/google',
    package: '@ai-sdk/google',
    routes,
    calls: {
      stream: (target) =>
        transcribe(target, 16_000, {
          model: createGoogle({
            apiKey: 'not-needed',
            baseURL: `${socketBase(target)}/v1beta`,
            ...webSocketOf(target),
          }).transcription('gemini-3.5-transcribe-live'),
          providerOptions: { google: { customVocabulary: [target.prompt] } },
        }),
    },
  },
]

function openai(target: Target) {
  return createOpenAI({ apiKey: 'not-needed', baseURL: `${socketBase(target)}/v1`, ...webSocketOf(target) })
}

function webSocketOf({ own }: Target) {
  return own.WebSocket ? { webSocket: own.WebSocket } : {}
}

function transcribe(
  target: Target,
  rate: number,
  options: Pick<Parameters<typeof streamTranscribe>[0], 'model' | 'providerOptions'>,
): Promise<unknown> {
  const { fullStream } = streamTranscribe({ ...options, ...soundOf(target, rate) })
  return readParts(fullStream, 'transcript-delta', target)
}

function soundOf({ signal }: Target, rate: number) {
  return {
    audio: new ReadableStream<Uint8Array>({
      start(controller) {
        for (const sound of SILENCE) controller.enqueue(new Uint8Array(sound))
        controller.close()
      },
    }),
    inputAudioFormat: { type: 'audio/pcm' as const, rate },
    abortSignal: signal,
  }
}

async function readParts(
  stream: AsyncIterable<{ readonly type: string }>,
  piece: string,
  { onPiece }: Target,
): Promise<unknown> {
  const parts: unknown[] = []
  for await (const part of stream) {
    if (part.type === 'error' && 'error' in part) throw part.error
    parts.push(part)
    if (part.type === piece) onPiece()
  }
  return parts
}
