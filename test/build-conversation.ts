import type { HeaderPair, Interaction, WebSocketConversation } from 'msw-cassette'

/** The default URL of a WebSocket. */
export const REALTIME = 'wss://api.test/v1/realtime?model=m'

/** Builds a WebSocket conversation in memory. */
export function buildConversation({
  url = REALTIME,
  headers = [],
  ...websocket
}: WebSocketConversation & { readonly url?: string; readonly headers?: readonly HeaderPair[] }): Interaction {
  const body = new Uint8Array()
  return {
    request: { method: 'GET', url, headers, body },
    response: { status: 101, statusText: 'Switching Protocols', headers: [], body, websocket },
  }
}
