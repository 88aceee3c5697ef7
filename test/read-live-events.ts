import type { WebSocketFrame } from 'msw-cassette'
import type { Conversation } from '../src/llm/conversation.ts'
import { readConversation } from '../src/llm/read-conversation.ts'
import { buildConversation } from './build-conversation.ts'

/** A JSON event: `>` comes from the client. */
export type LiveEvent = readonly ['>' | '<', object]

/** Reads events that were sent over a WebSocket. */
export function readLiveEvents(
  url: string,
  events: readonly LiveEvent[],
  encode: (json: string) => WebSocketFrame['data'] = (json) => json,
): Conversation | undefined {
  const frames = events.map(([arrow, json], at): WebSocketFrame => {
    return { from: arrow === '>' ? 'client' : 'server', at, data: encode(JSON.stringify(json)) }
  })
  return readConversation(buildConversation({ url, frames }))
}

/** Silence in base64. */
export const silence = (bytes: number): string => btoa('\0'.repeat(bytes))
