import { anthropicMessages } from './protocol/anthropic-messages.ts'
import { bedrockConverse } from './protocol/bedrock-converse.ts'
import { cohereChat } from './protocol/cohere-chat.ts'
import { cohereChat1 } from './protocol/cohere-chat-1.ts'
import { gemini } from './protocol/gemini.ts'
import { ollama } from './protocol/ollama.ts'
import { openaiChat } from './protocol/openai-chat.ts'
import { openaiResponses } from './protocol/openai-responses.ts'
import type { Protocol } from './protocol.ts'

/** All protocols. The first one whose shape a body has reads it: a narrow shape comes before a wide one. */
export const allProtocols: readonly Protocol[] = [
  openaiResponses,
  anthropicMessages,
  bedrockConverse,
  gemini,
  ollama,
  cohereChat,
  cohereChat1,
  openaiChat,
]
