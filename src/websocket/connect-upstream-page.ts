import { CassetteSessionError } from '../errors/errors.ts'
import { offeredProtocols } from '../http/offered-protocols.ts'
import { maskUrl } from '../secret/mask-url.ts'
import type { connectUpstream as connectInNode } from './connect-upstream.ts'
import { toPageSocketEnd } from './page-socket-end.ts'

/**
 * Connects to the real server of a WebSocket, even if MSW has replaced the global class. The browser sends no headers of the client,
 * and hides those of the server.
 *
 * @throws CassetteSessionError if the client has headers to send; an error if the connection does not open
 */
export const connectUpstream: typeof connectInNode = async ({ url, headers, signal }) => {
  signal.throwIfAborted()
  const unsendable = [...headers.keys()].filter((name) => name !== PROTOCOL)
  if (unsendable.length > 0)
    throw new CassetteSessionError(
      `A page can't send headers with a WebSocket, and ${maskUrl(url)} has ${unsendable.join(', ')}. Record it in Node, or let ` +
        'the client authenticate in another way, such as with a subprotocol.',
    )
  const socket = new (platformClass())(url, offeredProtocols(headers.get(PROTOCOL)))
  const end = toPageSocketEnd(socket)
  signal.addEventListener('abort', () => socket.close(), { once: true })
  await waitForOpen(socket)
  const received = new Headers(socket.protocol === '' ? {} : { [PROTOCOL]: socket.protocol })
  return { kind: 'open', end, protocol: socket.protocol, headers: received }
}

const PROTOCOL = 'sec-websocket-protocol'

/** MSW puts a proxy in the place of the class, and the prototype still names the class behind it. */
function platformClass(): typeof WebSocket {
  return globalThis.WebSocket.prototype.constructor as typeof WebSocket
}

function waitForOpen(socket: WebSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    const fail = (): void =>
      reject(
        new Error(
          `The WebSocket ${maskUrl(socket.url)} did not open: its server can't be reached, or refused it. The console of the ` +
            'browser has the reason, which a page does not see.',
        ),
      )
    socket.addEventListener('error', fail, { once: true })
  })
}
