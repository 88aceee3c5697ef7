import type { JsonObject } from '../json/json-value.ts'
import type { StreamEvent } from '../stream/stream-event.ts'
import type { Conversation, Operation } from './conversation.ts'
import type { Content } from './exchange/read-content.ts'

/**
 * How the bodies of one API are recognized and read. The shape of a body decides, not the host, so that gateways are read too. All functions
 * accept any JSON: they ignore everything that has another type than the API gives it.
 */
export interface Protocol {
  /** Such as `openai-chat`. */
  readonly name: string
  readonly operation: Operation
  /** The end of the path of this API. A request that has no answer must also have this path: several APIs have its shape. */
  readonly path: RegExp
  readonly isRequest: (request: JsonObject) => boolean
  /** Whether a response is an answer of this API; an error is not. */
  readonly isAnswer: (answer: JsonObject, request: JsonObject) => boolean
  /** The stream of this API; absent if it has none. */
  readonly stream?: {
    /** Whether an event belongs to this API. One such event is enough. */
    readonly isEvent: (event: JsonObject, request: JsonObject) => boolean
    /** Joins events into the answer that the API gives without a stream. */
    readonly assemble: (events: readonly StreamEvent[]) => JsonObject
  }
  /** An answer that is not JSON, such as a sound; absent if the API has none. */
  readonly plain?: {
    readonly isAnswer: (content: PlainContent, request: JsonObject) => boolean
    readonly readAnswer: (content: PlainContent) => AnswerReading
  }
  /** @param path the path of the URL: it contains the model in some APIs */
  readonly readRequest: (request: JsonObject, path: string) => RequestReading
  readonly readAnswer: (answer: JsonObject, request: JsonObject) => AnswerReading
}

/** The content of a body that is neither JSON nor a stream. */
export type PlainContent = Extract<Content, { readonly kind: 'text' | 'bytes' }>

/** The parts of a conversation that a request contains. */
export type RequestReading = Pick<Conversation, 'model' | 'tools' | 'messages'>

/** The parts of a conversation that an answer contains. */
export type AnswerReading = Pick<Conversation, 'model' | 'answers' | 'usage' | 'error'>
