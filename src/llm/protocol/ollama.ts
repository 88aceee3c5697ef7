import { isJsonObject, type JsonObject } from '../../json/json-value.ts'
import { given, listOf, numberOf, objectOf, objectsOf, textOf } from '../../json/members.ts'
import type { StreamEvent } from '../../stream/stream-event.ts'
import type { Message, Part, Usage } from '../conversation.ts'
import { appendText } from '../parts/append-text.ts'
import { mediaOf } from '../parts/media.ts'
import { otherPart, reasoningPart, textPart, toolCall } from '../parts/part.ts'
import { toolName } from '../parts/tool-name.ts'
import type { AnswerReading, Protocol, RequestReading } from '../protocol.ts'

/** Chat and generate of Ollama. */
export const ollama = {
  name: 'ollama',
  operation: 'chat',
  path: /\/api\/(?:chat|generate)$/,
  isRequest: (request) =>
    textOf(request, 'model') !== undefined && (Array.isArray(request.messages) || 'prompt' in request),
  isAnswer: isOllamaAnswer,
  stream: { isEvent: isOllamaAnswer, assemble },
  readRequest,
  readAnswer,
} as const satisfies Protocol

function isOllamaAnswer(answer: JsonObject): boolean {
  return typeof answer.done === 'boolean' && (objectOf(answer, 'message') ?? textOf(answer, 'response')) !== undefined
}

function readRequest(request: JsonObject): RequestReading {
  const { system, prompt, images } = request
  const generate: Message[] = [
    { role: 'system', parts: textPart(system) },
    { role: 'user', parts: readMessage({ content: prompt, images }) },
  ]
  const messages = objectsOf(request, 'messages').map((message): Message => {
    const role = textOf(message, 'role')
    return {
      role: role === 'system' || role === 'assistant' || role === 'tool' ? role : 'user',
      parts: readMessage(message),
    }
  })
  return {
    ...given({ model: textOf(request, 'model') }),
    tools: objectsOf(request, 'tools').map(toolName),
    messages: [...generate.filter(({ parts }) => parts.length > 0), ...messages],
  }
}

function readMessage(message: JsonObject): Part[] {
  if (message.role === 'tool') return [readToolResult(message)]
  return [
    ...reasoningPart(message.thinking),
    ...textPart(message.content),
    ...objectsOf(message, 'tool_calls').map(readToolCall),
    ...listOf(message, 'images').map(readImage),
  ]
}

function readToolResult(message: JsonObject): Part {
  return {
    kind: 'tool-result',
    ...given({
      id: textOf(message, 'tool_call_id'),
      name: textOf(message, 'tool_name') ?? textOf(message, 'name'),
    }),
    outcome: 'success',
    parts: textPart(message.content),
  }
}

function readToolCall(call: JsonObject): Part {
  const details = objectOf(call, 'function') ?? call
  return toolCall(textOf(call, 'id'), textOf(details, 'name'), details.arguments ?? {})
}

function readImage(image: unknown): Part {
  return typeof image === 'string' ? mediaOf(image, undefined, 'image') : otherPart(image)
}

function assemble(events: readonly StreamEvent[]): JsonObject {
  const message: JsonObject = {}
  const lists = { tool_calls: [] as unknown[], images: [] as unknown[] }
  let last: JsonObject = {}
  for (const { json: event } of events) {
    if (!isJsonObject(event)) continue
    last = event
    const piece = objectOf(event, 'message')
    appendText(message, 'content', piece?.content ?? event.response)
    appendText(message, 'thinking', piece?.thinking ?? event.thinking)
    for (const call of listOf(piece, 'tool_calls')) lists.tool_calls.push(call)
    for (const image of listOf(piece, 'images')) lists.images.push(image)
  }
  return { ...last, message: { ...message, ...lists } }
}

function readAnswer(answer: JsonObject): AnswerReading {
  const message = objectOf(answer, 'message') ?? { content: answer.response, thinking: answer.thinking }
  return given({
    model: textOf(answer, 'model'),
    answers: [
      {
        parts: readMessage({ ...message, role: 'assistant' }),
        ...given({ finishReason: textOf(answer, 'done_reason') }),
      },
    ],
    usage: readUsage(answer),
  })
}

function readUsage(answer: JsonObject): Usage | undefined {
  const input = numberOf(answer, 'prompt_eval_count')
  const output = numberOf(answer, 'eval_count')
  return input === undefined && output === undefined ? undefined : given({ input, output })
}
