import { isJsonObject, type JsonObject } from '../../json/json-value.ts'
import { given, numberOf, objectOf, objectsOf, textOf } from '../../json/members.ts'
import type { StreamEvent } from '../../stream/stream-event.ts'
import type { Part, ProviderError } from '../conversation.ts'
import { mediaOf } from '../parts/media.ts'
import { otherPart, textPart, toolCall } from '../parts/part.ts'
import type { AnswerReading, Protocol, RequestReading } from '../protocol.ts'

/** The Model Context Protocol over HTTP. */
export const mcp = {
  name: 'mcp',
  operation: 'mcp',
  path: /./,
  isRequest: isMcpCall,
  isAnswer: (answer, request) =>
    answer.jsonrpc === '2.0' && ('result' in answer || 'error' in answer) && isMcpCall(request),
  stream: {
    isEvent: (event, request) => event.jsonrpc === '2.0' && (isMcpCall(event) || isMcpCall(request)),
    assemble,
  },
  readRequest,
  readAnswer,
} as const satisfies Protocol

const METHODS =
  /^(?:initialize|ping|(?:tools|resources|prompts|completion|logging|notifications|sampling|roots|elicitation|tasks)\/[\w/]+)$/

/** Other protocols have the shape of JSON-RPC too, but other methods. */
function isMcpCall(message: JsonObject): boolean {
  return message.jsonrpc === '2.0' && METHODS.test(textOf(message, 'method') ?? '')
}

function readRequest(request: JsonObject): RequestReading {
  return { tools: [], messages: isMcpCall(request) ? [{ role: roleOf(request), parts: [readCall(request)] }] : [] }
}

/** A model calls tools; everything else comes from the program. */
function roleOf({ method }: JsonObject): 'assistant' | 'user' {
  return method === 'tools/call' ? 'assistant' : 'user'
}

function readCall(message: JsonObject): Part {
  const method = textOf(message, 'method') ?? ''
  if (method !== 'tools/call') return { kind: 'other', type: method, value: message.params }
  const call = objectOf(message, 'params')
  return toolCall(idOf(message), textOf(call, 'name'), call?.arguments ?? {})
}

function idOf({ id }: JsonObject): string | undefined {
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}

/** Notifications and requests of the server are kept, in front of its answer. */
function assemble(events: readonly StreamEvent[]): JsonObject {
  const messages = events.map(({ json }) => json).filter(isJsonObject)
  const answer = messages.find((message) => 'result' in message || 'error' in message)
  return { ...answer, [CALLS]: messages.filter(isMcpCall) }
}

const CALLS = ' calls'

function readAnswer(answer: JsonObject, request: JsonObject): AnswerReading {
  const parts = [...objectsOf(answer, CALLS).map(readCall), ...readResult(answer, request)]
  return { answers: parts.length === 0 ? [] : [{ parts }], ...given({ error: readError(answer) }) }
}

function readResult(answer: JsonObject, request: JsonObject): Part[] {
  const { result } = answer
  if (result === undefined) return []
  const method = textOf(request, 'method') ?? 'result'
  if (method !== 'tools/call') return [{ kind: 'other', type: method, value: result }]
  return [
    {
      kind: 'tool-result',
      ...given({ id: idOf(answer), name: textOf(objectOf(request, 'params'), 'name') }),
      outcome: isJsonObject(result) && result.isError === true ? 'error' : 'success',
      parts: objectsOf(result, 'content').flatMap(readContent),
    },
  ]
}

function readContent(content: JsonObject): Part[] {
  const { type, text } = content
  if (type === 'text') return textPart(text)
  if (type === 'image' || type === 'audio') return [mediaOf(textOf(content, 'data'), textOf(content, 'mimeType'), type)]
  const resource = type === 'resource' ? objectOf(content, 'resource') : undefined
  return resource ? readResource(resource) : [otherPart(content)]
}

function readResource(resource: JsonObject): Part[] {
  if (typeof resource.text === 'string') return textPart(resource.text)
  const medium = mediaOf(textOf(resource, 'blob'), textOf(resource, 'mimeType'))
  return [{ ...medium, ...given({ reference: textOf(resource, 'uri') }) }]
}

function readError(answer: JsonObject): ProviderError | undefined {
  const error = objectOf(answer, 'error')
  return error && given({ type: numberOf(error, 'code')?.toString(), message: textOf(error, 'message') ?? '' })
}
