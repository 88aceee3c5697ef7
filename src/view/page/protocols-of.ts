import { findHeader } from '../../cassette.ts'
import { offeredProtocols } from '../../http/offered-protocols.ts'
import type { ViewInteraction } from '../view-data.ts'

const NAME = 'sec-websocket-protocol'

/** The subprotocols to offer for a recorded WebSocket: those of its client, or, if they were not recorded, the one that its server chose. */
export function protocolsOf({ request, response }: Pick<ViewInteraction, 'request' | 'response'>): string[] {
  return offeredProtocols(findHeader(request.headers, NAME) ?? findHeader(response.headers, NAME))
}
