import type { Conversation } from '../../src/llm/conversation.ts'
import { readConversation } from '../../src/llm/read-conversation.ts'
import { buildCassette, type Exchange } from '../build-cassette.ts'

/** Reads a request and a response, both of which are JSON unless they are text or bytes. */
export function read(request: unknown, response: unknown, rest: Partial<Exchange> = {}): Conversation | undefined {
  const { interactions } = buildCassette({
    method: 'POST',
    type: 'application/json',
    request: typeof request === 'string' ? request : JSON.stringify(request),
    response:
      typeof response === 'string' || response instanceof Uint8Array ? bytesOf(response) : JSON.stringify(response),
    ...rest,
  })
  return interactions[0] && readConversation(interactions[0])
}

function bytesOf(body: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body)
}
