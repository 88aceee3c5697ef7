import type { Interaction } from '../cassette.ts'
import { isJsonObject, type JsonObject } from '../json/json-value.ts'
import { given } from '../json/members.ts'
import { allProtocols } from './all-protocols.ts'
import type { Conversation } from './conversation.ts'
import type { Content } from './exchange/read-content.ts'
import { type Exchange, readExchange } from './exchange/read-exchange.ts'
import { findProvider } from './find-provider.ts'
import { nameToolResults } from './name-tool-results.ts'
import type { AnswerReading, Protocol } from './protocol.ts'
import { readError } from './read-error.ts'

/**
 * Reads an interaction with a model as a conversation.
 *
 * @returns undefined if the protocol is unknown or a body can't be parsed: the interaction is then only HTTP
 */
export function readConversation(interaction: Interaction): Conversation | undefined {
  const exchange = readExchange(interaction)
  const protocol = findByResponse(exchange.response) ?? findByRequest(exchange)
  if (!protocol) return undefined
  const request = protocol.readRequest(toObject(exchange.request) ?? {})
  const { answers, ...answer } = readAnswer(protocol, exchange.response)
  return {
    protocol: protocol.name,
    operation: protocol.operation,
    ...given({ provider: findProvider(exchange) }),
    ...given({ model: request.model }),
    tools: request.tools,
    messages: nameToolResults(request.messages),
    answers,
    ...given({ error: readError(exchange) }),
    ...answer,
  }
}

function findByResponse(response: Content): Protocol | undefined {
  if (response.kind === 'events')
    return allProtocols.find(({ stream }) =>
      response.events.some(({ name, json }) => stream && isJsonObject(json) && stream.isEvent(json, name)),
    )
  const answer = toObject(response)
  return answer && allProtocols.find(({ isAnswer }) => isAnswer(answer))
}

/** Finds the protocol of a request that failed, or whose answer never arrived. */
function findByRequest(exchange: Exchange): Protocol | undefined {
  const request = toObject(exchange.request)
  const isUnanswered = exchange.response.kind === 'empty' || readError(exchange) !== undefined
  if (!request || !isUnanswered) return undefined
  const fitting = allProtocols.filter(({ isRequest }) => isRequest(request))
  return fitting.find(({ path }) => path.test(exchange.path)) ?? (fitting.length === 1 ? fitting[0] : undefined)
}

function readAnswer({ stream, isAnswer, readAnswer }: Protocol, response: Content): AnswerReading {
  if (response.kind === 'events' && stream) return readAnswer(stream.assemble(response.events))
  const answer = toObject(response)
  return answer && isAnswer(answer) ? readAnswer(answer) : { answers: [] }
}

function toObject(content: Content): JsonObject | undefined {
  return content.kind === 'json' && isJsonObject(content.value) ? content.value : undefined
}
