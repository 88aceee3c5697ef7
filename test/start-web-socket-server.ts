import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { selfSigned } from './self-signed.ts'

/** A real server of WebSockets on this machine. */
export interface LocalWebSocketServer extends AsyncDisposable {
  /** Such as `127.0.0.1:40123`. */
  readonly host: string
  /** Such as `ws://127.0.0.1:40123`, or `wss:` with TLS. */
  readonly url: string
  /** The handshakes that it has received. */
  readonly handshakes: readonly IncomingMessage[]
  close(): Promise<void>
}

/**
 * Starts a server. `await using` closes it.
 *
 * @param serve called for each connection that is open
 * @param refuse returns the status with which a handshake is refused; undefined to accept it
 * @param transport with TLS, its certificate is self-signed
 */
export async function startWebSocketServer(
  serve: (socket: WebSocket, message: IncomingMessage) => void,
  refuse: (message: IncomingMessage) => number | undefined = () => undefined,
  transport: 'plain' | 'tls' = 'plain',
): Promise<LocalWebSocketServer> {
  const handshakes: IncomingMessage[] = []
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 0, handleProtocols: ([first]) => first ?? false })
  const server = transport === 'tls' ? createTlsServer(selfSigned) : createServer()
  server.on('upgrade', (message, socket, head) => {
    handshakes.push(message)
    const status = refuse(message)
    if (status === undefined) {
      sockets.handleUpgrade(message, socket, head, (accepted) => serve(accepted, message))
      return
    }
    const body = JSON.stringify({ error: { message: 'Incorrect API key' } })
    socket.end(
      `HTTP/1.1 ${status} Refused\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
    )
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = async (): Promise<void> => {
    for (const socket of sockets.clients) socket.terminate()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return {
    host,
    url: `${transport === 'tls' ? 'wss' : 'ws'}://${host}`,
    handshakes,
    close,
    [Symbol.asyncDispose]: close,
  }
}
