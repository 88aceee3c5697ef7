import {
  type EmbeddingModel,
  embedMany,
  generateImage,
  experimental_generateSpeech as generateSpeech,
  type ImageModel,
  type SpeechModel,
  type TranscriptionModel,
  experimental_transcribe as transcribe,
} from 'ai'
import type { Client, Target } from '../client.ts'

/** The models of a provider that do not return text. Most providers do not have all. */
interface MediaModels {
  readonly embedding: (target: Target) => EmbeddingModel
  readonly image: (target: Target) => ImageModel
  readonly speech?: (target: Target) => SpeechModel
  readonly transcription?: (target: Target) => TranscriptionModel
}

/** The functions of the AI SDK that use these models. */
export function aiMediaCalls({ embedding, image, speech, transcription }: MediaModels): Client['calls'] {
  return {
    embedMany: async (target) =>
      (await embedMany({ model: embedding(target), values: [target.prompt, 'twice'] })).embeddings,
    generateImage: async (target) =>
      (await generateImage({ model: image(target), prompt: target.prompt })).image.base64,
    ...(speech && {
      generateSpeech: async (target: Target) =>
        (await generateSpeech({ model: speech(target), text: target.prompt })).audio.base64,
    }),
    ...(transcription && {
      transcribe: async (target: Target) =>
        (await transcribe({ model: transcription(target), audio: Uint8Array.of(1, 2, 3, 250, 251, 252) })).text,
    }),
  }
}
