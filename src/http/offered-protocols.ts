/**
 * Lists the subprotocols that the client of a WebSocket offers.
 *
 * @param header the value of `sec-websocket-protocol`
 */
export function offeredProtocols(header: string | null | undefined): string[] {
  return (header ?? '').split(',').flatMap((name) => name.trim() || [])
}
