import { createOpenAI } from '@ai-sdk/openai'
import {
  embedMany,
  generateImage,
  experimental_generateSpeech as generateSpeech,
  experimental_transcribe as transcribe,
} from 'ai'
import type { Client, Target } from '../client.ts'

/** The functions of the AI SDK that do not return text. */
export function aiMediaCalls(): Client['calls'] {
  const connect = ({ base, own }: Target) => createOpenAI({ apiKey: 'not-needed', baseURL: `${base}/v1`, ...own })
  return {
    embedMany: async (target) =>
      (await embedMany({ model: connect(target).embedding('e'), values: [target.prompt] })).embeddings,
    generateImage: async (target) =>
      (await generateImage({ model: connect(target).image('gpt-image-1'), prompt: target.prompt })).image.base64,
    generateSpeech: async (target) =>
      (await generateSpeech({ model: connect(target).speech('tts-1'), text: target.prompt })).audio.base64,
    transcribe: async (target) => {
      const model = connect(target).transcription('whisper-1')
      return (await transcribe({ model, audio: Uint8Array.of(1, 2, 3, 250, 251, 252) })).text
    },
  }
}
