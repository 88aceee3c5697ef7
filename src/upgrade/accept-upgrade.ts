import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { AnyAnswer, WebSocketAnswer } from '../http/answer.ts'
import type { Session } from '../session/session.ts'
import { closedEnd } from '../websocket/closed-end.ts'
import { loadWs } from '../websocket/load-ws.ts'
import { relayUpstream } from '../websocket/relay-upstream.ts'
import { toWebSocketEnd } from '../websocket/ws-end.ts'
import { answerHandshake } from './answer-handshake.ts'
import { writeResponse } from './write-response.ts'

/** A handshake that a server of `node:http` has received. */
export interface ReceivedUpgrade {
  /** In the order in which they are searched. */
  readonly sessions: readonly Session[]
  /** The address that the client wanted to reach. It begins with `ws`. */
  readonly url: string
  readonly message: IncomingMessage
  /** The headers of the message that concern the real server. */
  readonly headers: Headers
  /** See `IncomingRequest`. */
  readonly connection?: object
  readonly socket: Duplex
  /** The bytes after the handshake. */
  readonly head: Buffer
  /** Called if the connection can't be opened and there is no response. */
  readonly fail: (error: unknown) => void
}

/** Answers the handshake of a WebSocket, and serves the connection. It never throws. */
export async function acceptUpgrade(upgrade: ReceivedUpgrade): Promise<void> {
  const { socket, fail } = upgrade
  // A client that breaks the connection is no error of the server.
  socket.on('error', () => {})
  const leaving = new AbortController()
  const leave = (): void =>
    leaving.abort(new DOMException('The client left before its handshake was answered.', 'AbortError'))
  socket.once('close', leave)
  try {
    const answer = await findAnswer(upgrade, leaving.signal)
    if (answer.kind === 'network-error') fail(answer.error)
    else if (answer.kind === 'response') await writeResponse(socket, answer)
    else if (socket.destroyed) answer.connect(closedEnd)
    else await open(upgrade, answer)
  } catch (error) {
    fail(error)
  } finally {
    // A connection that closes from here on closes in its own way.
    socket.removeListener('close', leave)
  }
}

async function findAnswer(
  { sessions, url, headers, connection = {} }: ReceivedUpgrade,
  signal: AbortSignal,
): Promise<Exclude<AnyAnswer, { kind: 'passthrough' }>> {
  const handshake = { url, headers, connection, signal }
  const answer = await answerHandshake(sessions, handshake)
  return answer.kind === 'passthrough' ? relayUpstream(handshake) : answer
}

async function open({ message, socket, head }: ReceivedUpgrade, { protocol, connect }: WebSocketAnswer): Promise<void> {
  const { WebSocketServer } = await loadWs('A WebSocket')
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    handleProtocols: () => protocol ?? false,
    // Unlimited, as for HTTP.
    maxPayload: 0,
    // Clients can compress their frames. Those of the server are sent as they are.
    perMessageDeflate: true,
  })
  server.handleUpgrade(message, socket, head, (client) => connect(toWebSocketEnd(client)))
}
