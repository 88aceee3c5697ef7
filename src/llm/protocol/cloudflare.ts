import { isJsonObject, type JsonObject } from '../../json/json-value.ts'
import { given, objectOf, objectsOf, textOf } from '../../json/members.ts'
import type { StreamEvent } from '../../stream/stream-event.ts'
import type { Part } from '../conversation.ts'
import { appendText } from '../parts/append-text.ts'
import { textPart, toolCall } from '../parts/part.ts'
import type { AnswerReading, Protocol, RequestReading } from '../protocol.ts'
import { readChatMessages, readChatTools } from './openai-chat-messages.ts'
import { readChatUsage } from './openai-chat-usage.ts'

/** Text generation of Cloudflare's Workers AI. */
export const cloudflare = {
  name: 'cloudflare',
  operation: 'chat',
  path: /\/ai\/run\//,
  isRequest: (request) => Array.isArray(request.messages) || textOf(request, 'prompt') !== undefined,
  isAnswer: (answer) => typeof answer.success === 'boolean' && isResult(objectOf(answer, 'result') ?? {}),
  stream: { isEvent: (event) => typeof event.response === 'string' && !('done' in event), assemble },
  readRequest,
  readAnswer,
} as const satisfies Protocol

function isResult(result: JsonObject): boolean {
  return 'response' in result
}

function readRequest(request: JsonObject, path: string): RequestReading {
  const prompt = textPart(request.prompt)
  return {
    ...given({ model: path.split('/ai/run/')[1] }),
    tools: readChatTools(request),
    messages: prompt.length > 0 ? [{ role: 'user', parts: prompt }] : readChatMessages(request),
  }
}

function assemble(events: readonly StreamEvent[]): JsonObject {
  const result: JsonObject = {}
  for (const { json: event } of events) {
    if (!isJsonObject(event)) continue
    appendText(result, 'response', event.response)
    for (const name of ['usage', 'tool_calls']) result[name] = event[name] ?? result[name]
  }
  return { result, success: true }
}

function readAnswer(answer: JsonObject): AnswerReading {
  const result = objectOf(answer, 'result') ?? {}
  return given({
    answers: [{ parts: [...readResponse(result), ...readToolCalls(result)] }],
    usage: readChatUsage(result),
  })
}

/** With a schema, the response is JSON instead of text. */
function readResponse({ response }: JsonObject): Part[] {
  return isJsonObject(response) ? [{ kind: 'other', type: 'json', value: response }] : textPart(response)
}

function readToolCalls(result: JsonObject): Part[] {
  return objectsOf(result, 'tool_calls').map((call) =>
    toolCall(textOf(call, 'id'), textOf(call, 'name'), call.arguments),
  )
}
