import type { JsonObject } from '../../json/json-value.ts'
import { given, objectOf, objectsOf, textOf } from '../../json/members.ts'
import type { ConversationAnswer } from '../conversation.ts'
import { mergeTexts } from '../parts/merge-texts.ts'
import type { AnswerReading, Protocol } from '../protocol.ts'
import { readChatMessage, readChatMessages, readChatTools } from './openai-chat-messages.ts'
import { assembleChatCompletion } from './openai-chat-stream.ts'
import { readChatUsage } from './openai-chat-usage.ts'

/** Chat completions of OpenAI, and of the many APIs that are compatible with them. */
export const openaiChat = {
  name: 'openai-chat',
  operation: 'chat',
  path: /\/chat\/completions$/,
  isRequest: (request) =>
    Array.isArray(request.messages) && request.messages.every((message) => textOf(message, 'role') !== undefined),
  isAnswer: (answer) => objectsOf(answer, 'choices').some((choice) => objectOf(choice, 'message') !== undefined),
  stream: {
    isEvent: (event) =>
      event.object === 'chat.completion.chunk' ||
      objectsOf(event, 'choices').some((choice) => objectOf(choice, 'delta') !== undefined),
    assemble: assembleChatCompletion,
  },
  readRequest: (request) => ({
    ...given({ model: textOf(request, 'model') }),
    tools: readChatTools(request),
    messages: readChatMessages(request),
  }),
  readAnswer: readChatCompletion,
} as const satisfies Protocol

function readChatCompletion(answer: JsonObject): AnswerReading {
  return given({
    model: textOf(answer, 'model'),
    answers: objectsOf(answer, 'choices').map(readChoice),
    usage: readChatUsage(answer),
  })
}

function readChoice(choice: JsonObject): ConversationAnswer {
  return {
    parts: mergeTexts(readChatMessage(objectOf(choice, 'message') ?? {})),
    ...given({ finishReason: textOf(choice, 'finish_reason') }),
  }
}
