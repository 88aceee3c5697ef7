import type { Interaction } from '../cassette.ts'
import { isJsonObject, type JsonObject } from '../json/json-value.ts'
import { given } from '../json/members.ts'
import type { StreamEvent } from '../stream/stream-event.ts'
import { allProtocols } from './all-protocols.ts'
import type { Conversation } from './conversation.ts'
import { toFields } from './exchange/form-fields.ts'
import type { Content } from './exchange/read-content.ts'
import { type Exchange, readExchange } from './exchange/read-exchange.ts'
import { findProvider } from './find-provider.ts'
import { nameToolResults } from './name-tool-results.ts'
import type { AnswerReading, PlainContent, Protocol } from './protocol.ts'
import { readError } from './read-error.ts'
import { readLiveConversation } from './read-live-conversation.ts'

/**
 * Reads an interaction with a model as a conversation. The stream of a response is assembled as far as it goes.
 *
 * @returns undefined if the protocol is unknown or a body can't be parsed: the interaction is then only HTTP
 */
export function readConversation(interaction: Interaction): Conversation | undefined {
  const exchange = readExchange(interaction)
  const { websocket } = interaction.response
  if (websocket) return readLiveConversation(websocket, findProvider(exchange))
  if (exchange.request.kind === 'text' || exchange.request.kind === 'bytes') return undefined
  const request = toObject(exchange.request) ?? {}
  const found = findByResponse(exchange.response, request) ?? findByRequest(exchange, request)
  if (!found) return undefined
  const { protocol, answer } = found
  const { model, tools, messages } = protocol.readRequest(request, exchange.path)
  return {
    protocol: protocol.name,
    operation: protocol.operation,
    ...given({ provider: findProvider(exchange), model }),
    tools,
    ...given({ error: readError(exchange) }),
    ...answer,
    ...nameToolResults({ messages, answers: answer.answers }),
  }
}

interface Found {
  readonly protocol: Protocol
  readonly answer: AnswerReading
}

function findByResponse(response: Content, request: JsonObject): Found | undefined {
  if (response.kind === 'text' || response.kind === 'bytes') return findByContent(response, request)
  const answer = toObject(response)
  return answer ? findByAnswer(answer, request) : findByEvents(toEvents(response), request)
}

function findByContent(content: PlainContent, request: JsonObject): Found | undefined {
  const protocol = allProtocols.find(({ plain }) => plain?.isAnswer(content, request))
  return protocol?.plain && { protocol, answer: protocol.plain.readAnswer(content) }
}

function findByAnswer(answer: JsonObject, request: JsonObject): Found | undefined {
  const protocol = allProtocols.find(({ isAnswer }) => isAnswer(answer, request))
  return protocol && { protocol, answer: protocol.readAnswer(answer, request) }
}

/** The first event that shows a protocol is one of the first events. */
const MAX_SEARCHED_EVENTS = 1000

function findByEvents(events: readonly StreamEvent[], request: JsonObject): Found | undefined {
  for (const { json } of events.slice(0, MAX_SEARCHED_EVENTS)) {
    if (!isJsonObject(json)) continue
    const protocol = allProtocols.find(({ stream }) => stream?.isEvent(json, request))
    if (protocol?.stream) return { protocol, answer: protocol.readAnswer(protocol.stream.assemble(events), request) }
  }
  return undefined
}

/** Finds the protocol of a request that failed, or whose answer never arrived. */
function findByRequest(exchange: Exchange, request: JsonObject): Found | undefined {
  const { status, response, path } = exchange
  // A success that no protocol can read is of an unknown protocol, whatever its request is.
  const isUnanswered = status < 200 || status >= 400 || response.kind === 'empty' || readError(exchange) !== undefined
  if (!isUnanswered) return undefined
  // The shape of a request alone fits several protocols.
  const protocol = allProtocols.find((one) => one.path.test(path) && one.isRequest(request))
  return protocol && { protocol, answer: { answers: [] } }
}

function toObject(content: Content): JsonObject | undefined {
  if (content.kind === 'multipart') return toFields(content.parts)
  return content.kind === 'json' && isJsonObject(content.value) ? content.value : undefined
}

/** The events of a stream. Gemini can send them as a list. */
function toEvents(content: Content): readonly StreamEvent[] {
  if (content.kind === 'events') return content.events
  if (content.kind !== 'json' || !Array.isArray(content.value)) return []
  return content.value.map((json) => ({ name: undefined, data: '', json }))
}
