import type { ViewMessage } from '../view-data.ts'

/** The subprotocols that the client of a WebSocket offers. */
export function offeredProtocols({ headers }: Pick<ViewMessage, 'headers'>): string[] {
  const offered = headers.find(([name]) => name.toLowerCase() === 'sec-websocket-protocol')?.[1] ?? ''
  return offered.split(',').flatMap((name) => name.trim() || [])
}
