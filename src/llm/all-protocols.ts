import { anthropicMessages } from './protocol/anthropic-messages.ts'
import { openaiChat } from './protocol/openai-chat.ts'
import type { Protocol } from './protocol.ts'

/** All protocols. The first one whose shape a body has reads it: a narrow shape comes before a wide one. */
export const allProtocols: readonly Protocol[] = [anthropicMessages, openaiChat]
