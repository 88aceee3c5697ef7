import { isJsonObject, type JsonObject } from '../../json/json-value.ts'
import { given, memberOf, objectOf, objectsOf, textOf } from '../../json/members.ts'
import type { StreamEvent } from '../../stream/stream-event.ts'
import type { Message, Part } from '../conversation.ts'
import { appendText } from '../parts/append-text.ts'
import { textPart, toolCall } from '../parts/part.ts'
import { toolName } from '../parts/tool-name.ts'
import type { AnswerReading, Protocol, RequestReading } from '../protocol.ts'
import { modelInBedrockPath } from './bedrock-model.ts'
import { readCohereUsage } from './cohere-chat.ts'

/** Chat of Cohere, version 1, also through Bedrock. */
export const cohereChat1 = {
  name: 'cohere-chat-1',
  operation: 'chat',
  path: /\/v1\/chat$|\/model\/cohere\./,
  isRequest: (request) => textOf(request, 'message') !== undefined && !('messages' in request),
  isAnswer: (answer, request) =>
    textOf(answer, 'text') !== undefined &&
    textOf(answer, 'finish_reason') !== undefined &&
    (textOf(answer, 'generation_id') !== undefined || textOf(request, 'message') !== undefined),
  stream: {
    isEvent: ({ event_type }) => event_type === 'text-generation' || event_type === 'stream-end',
    assemble,
  },
  readRequest,
  readAnswer,
} as const satisfies Protocol

const ROLES: Partial<Record<string, Message['role']>> = { CHATBOT: 'assistant', SYSTEM: 'system', TOOL: 'tool' }

function readRequest(request: JsonObject, path: string): RequestReading {
  const messages: Message[] = [
    { role: 'system', parts: textPart(request.preamble) },
    ...objectsOf(request, 'chat_history').map(readMessage),
    { role: 'user', parts: textPart(request.message) },
    { role: 'tool', parts: objectsOf(request, 'tool_results').map(readToolResult) },
  ]
  return {
    ...given({ model: textOf(request, 'model') ?? modelInBedrockPath(path) }),
    tools: objectsOf(request, 'tools').map(toolName),
    messages: messages.filter(({ parts }) => parts.length > 0),
  }
}

function readMessage(message: JsonObject): Message {
  const parts = [
    ...textPart(message.message),
    ...readToolCalls(message),
    ...objectsOf(message, 'tool_results').map(readToolResult),
  ]
  return { role: ROLES[textOf(message, 'role')?.toUpperCase() ?? ''] ?? 'user', parts }
}

/** A result repeats its call, which has no id. */
function readToolResult(result: JsonObject): Part {
  return {
    kind: 'tool-result',
    ...given({ name: textOf(objectOf(result, 'call'), 'name') }),
    outcome: 'success',
    parts: objectsOf(result, 'outputs').map((value) => ({ kind: 'other', type: 'json', value })),
  }
}

function readToolCalls(answer: JsonObject): Part[] {
  return objectsOf(answer, 'tool_calls').map((call) =>
    toolCall(undefined, textOf(call, 'name'), memberOf(call, 'parameters')),
  )
}

/** The last event contains the whole answer, except in a stream that was cut, and with Bedrock. */
function assemble(events: readonly StreamEvent[]): JsonObject {
  const answer: JsonObject = {}
  for (const { json: event } of events) {
    if (!isJsonObject(event)) continue
    if (event.event_type === 'text-generation') appendText(answer, 'text', event.text)
    if (event.event_type === 'tool-calls-generation') answer.tool_calls = event.tool_calls
    if (event.event_type === 'stream-end')
      Object.assign(answer, { finish_reason: event.finish_reason }, objectOf(event, 'response'))
  }
  return answer
}

function readAnswer(answer: JsonObject): AnswerReading {
  return given({
    answers: [
      {
        parts: [...textPart(answer.text), ...readToolCalls(answer)],
        ...given({ finishReason: textOf(answer, 'finish_reason') }),
      },
    ],
    usage: readCohereUsage(objectOf(answer, 'meta')),
  })
}
