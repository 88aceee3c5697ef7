import type { Operation, ProviderError, Usage } from '../llm/conversation.ts'

/** The data of the page: everything that it shows, as JSON. */
export interface ViewData {
  readonly cassettes: readonly ViewCassette[]
  /** The file or the revision that the page compares with, as the user spelled it. */
  readonly against?: string
}

/** One cassette. */
export interface ViewCassette {
  /** As the user would spell it. */
  readonly path: string
  readonly format?: string
  /** Why it can't be read; it then has no interactions. */
  readonly failure?: string
  readonly interactions: readonly ViewInteraction[]
  /** The methods and URLs of interactions that only the other recording has. */
  readonly removed?: readonly string[]
}

/** A fact about an interaction that deserves attention. The number of a sample is counted from 1. */
export type Badge = 'error' | 'edited' | 'expired' | 'unplayed' | 'not recorded' | `sample ${number}`

/** One interaction. */
export interface ViewInteraction {
  /** Its index in its cassette. */
  readonly index: number
  /** The line of the file on which it begins. */
  readonly line?: number
  readonly method: string
  readonly url: string
  readonly host: string
  /** The path and the query. */
  readonly path: string
  /** Lower than 200 if there was no response, and 101 for a WebSocket. */
  readonly status: number
  readonly statusText: string
  /** As ISO 8601. */
  readonly recordedAt?: string
  readonly model?: string
  /** The first words of the answer, or of the last message. */
  readonly words: string
  /** Milliseconds from the request to the end of the response. */
  readonly duration?: number
  readonly tokens?: number
  readonly badges: readonly Badge[]
  readonly request: ViewMessage
  readonly response: ViewMessage
  /** Absent if no known protocol fits. */
  readonly conversation?: ViewConversation
  /** Absent if the response arrived as one piece. */
  readonly stream?: ViewStream
  /** Present if there is something to compare with. */
  readonly diff?: ViewDiff
}

/** A request or a response. */
export interface ViewMessage {
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: ViewBody
}

/** A text that can be cut, so that the page stays small. */
export interface ViewText {
  readonly text: string
  /** The number of characters at its end that were left out. */
  readonly omitted?: number
}

/** A body: as text, or as the first bytes if it is binary. */
export interface ViewBody {
  /** Its content type without parameters; empty if it is unknown. */
  readonly type: string
  /** Its decompressed size. */
  readonly bytes: number
  readonly content?: ViewText
  /** The first bytes of a binary body, in hexadecimal. */
  readonly head?: string
  /** Sentences about how it is shown. */
  readonly notes: readonly string[]
}

/** See `Conversation`. */
export interface ViewConversation {
  readonly protocol: string
  readonly operation: Operation
  readonly provider?: string
  readonly model?: string
  readonly tools: readonly string[]
  readonly messages: readonly ViewTurn[]
  /** The number of messages at the beginning that the interaction before this one already has. */
  readonly repeated: number
  readonly answers: readonly ViewTurn[]
  readonly usage?: Usage
  readonly error?: ProviderError
}

/** A message, or an answer with its finish reason. */
export interface ViewTurn {
  readonly role: 'system' | 'user' | 'assistant' | 'tool'
  readonly parts: readonly ViewPart[]
  readonly finishReason?: string
}

/** See `Part`. */
export type ViewPart =
  | (ViewText & { readonly kind: 'text' | 'reasoning' | 'refusal' })
  /** The text is that of the arguments. */
  | (ViewText & { readonly kind: 'tool-call'; readonly id?: string; readonly name: string })
  | ViewToolResult
  /** Something without a text, described in a few words. */
  | { readonly kind: 'media' | 'vectors'; readonly label: string }
  | (ViewText & { readonly kind: 'other'; readonly type: string })

/** See `ToolResult`. */
export interface ViewToolResult {
  readonly kind: 'tool-result'
  readonly id?: string
  readonly name?: string
  readonly outcome: 'success' | 'error'
  readonly parts: readonly ViewPart[]
}

/** A response in pieces, or the frames of a WebSocket. */
export interface ViewStream {
  readonly unit: 'event' | 'line' | 'message' | 'chunk' | 'frame'
  readonly events: readonly ViewEvent[]
  /** The number of events at the end that were left out. */
  readonly omitted: number
  /** The number of frames that the client of a WebSocket received. */
  readonly received?: number
  /** Milliseconds from the request to the headers; absent if unknown. */
  readonly headers?: number
  /** Milliseconds from the request until the client left the stream, if it did. */
  readonly left?: number
  /** How a WebSocket connection closed. */
  readonly close?: { readonly from: 'client' | 'server'; readonly code: number; readonly reason: string }
}

/** One piece of a response. */
export interface ViewEvent {
  /** Milliseconds from the request to its last byte; absent if the cassette has no times. */
  readonly time?: number
  /** Who sent it, if it is a frame of a WebSocket. */
  readonly peer?: 'client' | 'server'
  readonly bytes: number
  /** The name of the event. */
  readonly name?: string
  /** Its content: the range of the body's text, or its own text if the body is binary. */
  readonly from: number
  readonly to: number
  readonly text?: string
  /** Present if the text of a frame is not all of its data, or the frame is not a text. */
  readonly shown?: 'in part'
  /** How much of the answer has arrived with it: a text of the answer, and the number of its characters. */
  readonly progress?: readonly (readonly [text: number, length: number])[]
}

/** The comparison with another recording. */
export interface ViewDiff {
  /** `new`: the other recording does not contain the interaction. */
  readonly verdict: 'identical' | 'wording' | 'structural' | 'new'
  readonly changes: readonly ViewChange[]
}

/** A text that differs. */
export interface ViewChange {
  /** Such as `prompt` or `tool calls`. */
  readonly aspect: string
  readonly lines: readonly ViewDiffLine[]
}

/** A line of a diff. A gap represents lines that are equal. */
interface ViewDiffLine {
  readonly kind: 'same' | 'removed' | 'added' | 'gap'
  readonly text: string
}
