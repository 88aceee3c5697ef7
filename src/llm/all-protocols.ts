import { anthropicMessages } from './protocol/anthropic-messages.ts'
import { bedrockConverse } from './protocol/bedrock-converse.ts'
import { cloudflare } from './protocol/cloudflare.ts'
import { cohereChat } from './protocol/cohere-chat.ts'
import { cohereChat1 } from './protocol/cohere-chat-1.ts'
import { embeddings } from './protocol/embeddings.ts'
import { gemini } from './protocol/gemini.ts'
import { images } from './protocol/images.ts'
import { mcp } from './protocol/mcp.ts'
import { moderation } from './protocol/moderation.ts'
import { ollama } from './protocol/ollama.ts'
import { openaiChat } from './protocol/openai-chat.ts'
import { openaiResponses } from './protocol/openai-responses.ts'
import { rerank } from './protocol/rerank.ts'
import { speech } from './protocol/speech.ts'
import { textCompletions } from './protocol/text-completions.ts'
import { transcription } from './protocol/transcription.ts'
import type { Protocol } from './protocol.ts'

/** All protocols. The first one whose shape a body has reads it: a narrow shape comes before a wide one. */
export const allProtocols: readonly Protocol[] = [
  mcp,
  openaiResponses,
  anthropicMessages,
  bedrockConverse,
  gemini,
  ollama,
  cohereChat,
  cohereChat1,
  openaiChat,
  ...textCompletions,
  cloudflare,
  embeddings,
  images,
  speech,
  transcription,
  moderation,
  rerank,
]
