import { findHeader, type Interaction } from '../../cassette.ts'
import { shorten } from '../../diagnostics/shorten.ts'
import type { Conversation } from '../../llm/conversation.ts'
import { countTokens } from '../../llm/count-tokens.ts'
import { maskUrl } from '../../secret/mask-url.ts'
import { responseTimes } from '../../stream/timed-events.ts'

/** The facts about an interaction that fit into a line. Unknown ones are absent. */
export interface InteractionFacts {
  readonly index: number
  readonly method: string
  /** Without credentials. */
  readonly url: string
  readonly model?: string
  /** Below 200 if there was no response, and 101 for a WebSocket. */
  readonly status: number
  /** The number of frames of a WebSocket; absent for an HTTP exchange. */
  readonly frames?: number
  /** Milliseconds from the request to the last byte. */
  readonly total?: number
  /** Milliseconds from the request to the end of the first event of a stream. */
  readonly firstEvent?: number
  /** All tokens, input and output. */
  readonly tokens?: number
  /** The number of the sample, from 1. */
  readonly sample?: number
}

/** Collects the facts about an interaction. */
export function factsOf(
  { request, response, sample }: Interaction,
  index: number,
  conversation: Conversation | undefined,
): InteractionFacts {
  const tokens = countTokens(conversation?.usage)
  return {
    index,
    method: request.method,
    url: maskUrl(request.url),
    ...(conversation?.model === undefined ? {} : { model: conversation.model }),
    status: response.status,
    ...(response.websocket ? { frames: response.websocket.frames.length } : {}),
    ...responseTimes(response),
    ...(tokens === undefined ? {} : { tokens }),
    ...(sample === undefined ? {} : { sample }),
  }
}

/** The URL as a line shows it: without the scheme that nearly all have. */
export function showUrl(url: string): string {
  return shorten(url.replace(/^https:\/\//, ''))
}

/** The content type and the size of a body, for an interaction that is not a conversation. */
export function typeOf({ headers }: { headers: Interaction['response']['headers'] }): string {
  return (findHeader(headers, 'content-type') ?? '').split(';', 1)[0]?.trim() ?? ''
}
