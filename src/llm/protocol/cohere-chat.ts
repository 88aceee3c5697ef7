import { isJsonObject, type JsonObject } from '../../json/json-value.ts'
import { given, numberOf, objectOf, objectsOf, textOf } from '../../json/members.ts'
import type { StreamEvent } from '../../stream/stream-event.ts'
import type { Usage } from '../conversation.ts'
import { appendText } from '../parts/append-text.ts'
import { IndexedList } from '../parts/indexed-list.ts'
import { reasoningPart } from '../parts/part.ts'
import type { AnswerReading, Protocol } from '../protocol.ts'
import { readChatMessage, readChatMessages, readChatTools } from './openai-chat-messages.ts'

/** Chat of Cohere, version 2. Its messages have the shape of OpenAI's. */
export const cohereChat = {
  name: 'cohere-chat',
  operation: 'chat',
  path: /\/v2\/chat$/,
  isRequest: (request) => objectsOf(request, 'messages').some((message) => textOf(message, 'role') !== undefined),
  isAnswer: (answer) =>
    textOf(answer, 'finish_reason') !== undefined && objectOf(answer, 'message')?.role === 'assistant',
  stream: {
    isEvent: ({ type, delta }) =>
      typeof type === 'string' && TYPES.test(type) && (isJsonObject(delta) || type === 'content-end'),
    assemble,
  },
  readRequest: (request) => ({
    ...given({ model: textOf(request, 'model') }),
    tools: readChatTools(request),
    messages: readChatMessages(request),
  }),
  readAnswer,
} as const satisfies Protocol

const TYPES =
  /^(?:message-start|message-end|content-start|content-delta|content-end|tool-plan-delta|tool-call-(?:start|delta|end))$/

function assemble(events: readonly StreamEvent[]): JsonObject {
  const answer: JsonObject = {}
  const message: JsonObject = { role: 'assistant' }
  const content = new IndexedList<JsonObject>(() => ({}))
  const toolCalls = new IndexedList<JsonObject>(() => ({}))
  for (const { json: event } of events) {
    const delta = objectOf(event, 'delta')
    const piece = objectOf(delta, 'message')
    const index = numberOf(event, 'index')
    if (textOf(event, 'type') === 'message-end') Object.assign(answer, delta)
    appendText(message, 'tool_plan', piece?.tool_plan)
    const part = objectOf(piece, 'content')
    if (part) addContent(content.at(index), part)
    const call = objectOf(piece, 'tool_calls')
    if (call) addToolCall(toolCalls.at(index), call)
  }
  return { ...answer, message: { ...message, content: content.toList(), tool_calls: toolCalls.toList() } }
}

function addContent(target: JsonObject, part: JsonObject): void {
  target.type = part.type ?? target.type ?? ('thinking' in part ? 'thinking' : 'text')
  for (const name of ['text', 'thinking']) appendText(target, name, part[name])
}

function addToolCall(target: JsonObject, call: JsonObject): void {
  target.id = call.id ?? target.id
  const details = objectOf(target, 'function') ?? {}
  const piece = objectOf(call, 'function')
  details.name = piece?.name ?? details.name
  appendText(details, 'arguments', piece?.arguments)
  target.function = details
}

function readAnswer(answer: JsonObject): AnswerReading {
  const message = objectOf(answer, 'message') ?? {}
  return given({
    answers: [
      {
        parts: [...reasoningPart(message.tool_plan), ...readChatMessage(message)],
        ...given({ finishReason: textOf(answer, 'finish_reason') }),
      },
    ],
    usage: readCohereUsage(objectOf(answer, 'usage')),
  })
}

/** Reads the tokens of the model, or those that Cohere bills if it shows no others. */
export function readCohereUsage(usage: JsonObject | undefined): Usage | undefined {
  const tokens = objectOf(usage, 'tokens') ?? objectOf(usage, 'billed_units')
  return (
    tokens &&
    given({
      input: numberOf(tokens, 'input_tokens'),
      cachedInput: numberOf(usage, 'cached_tokens'),
      output: numberOf(tokens, 'output_tokens'),
    })
  )
}
