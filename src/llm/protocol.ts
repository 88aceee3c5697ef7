import type { JsonObject } from '../json/json-value.ts'
import type { StreamEvent } from '../stream/stream-event.ts'
import type { Conversation, ConversationAnswer, Message, Operation, ProviderError, Usage } from './conversation.ts'

/**
 * How the bodies of one API are recognized and read. The shape of a body decides, not the host, so that gateways are read too. All functions
 * accept any JSON: they ignore everything that has another type than the API gives it.
 */
export interface Protocol {
  /** Such as `openai-chat`. */
  readonly name: string
  readonly operation: Operation
  /** The end of the path of this API. Selects the protocol of a request whose shape several have, when the response shows none. */
  readonly path: RegExp
  readonly isRequest: (request: JsonObject) => boolean
  /** Whether a response is an answer of this API. An error is none. */
  readonly isAnswer: (answer: JsonObject) => boolean
  /** The stream of this API; absent if it has none. */
  readonly stream?: {
    /** Whether an event is one of this API, and of no other that is listed before it. */
    readonly isEvent: (event: JsonObject, name: string | undefined) => boolean
    /** Joins events into the answer that the API gives without a stream. */
    readonly assemble: (events: readonly StreamEvent[]) => JsonObject
  }
  readonly readRequest: (request: JsonObject) => RequestReading
  readonly readAnswer: (answer: JsonObject) => AnswerReading
}

/** The parts of a conversation that a request contains. */
export interface RequestReading extends Pick<Conversation, 'model' | 'tools'> {
  readonly messages: readonly Message[]
}

/** The parts of a conversation that an answer contains. */
export interface AnswerReading {
  readonly model?: string
  readonly answers: readonly ConversationAnswer[]
  readonly usage?: Usage
  readonly error?: ProviderError
}
