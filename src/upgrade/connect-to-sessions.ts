import type { Duplex } from 'node:stream'
import { nodeBuiltin } from '../platform/builtin.ts'
import type { Session } from '../session/session.ts'
import { acceptUpgrade, toHeaders } from './accept-upgrade.ts'
import { createSocketPair } from './socket-pair.ts'

/**
 * Creates the connection of a request that opens a WebSocket. The request reaches this library instead of the network.
 *
 * @param url of the request
 * @param sessions the sessions that answer it
 */
export function connectToSessions(url: string, sessions: readonly Session[]): Duplex {
  const [client, connection] = createSocketPair()
  const fail = (error: unknown): void => void client.destroy(error instanceof Error ? error : new Error(String(error)))
  // It never listens, and parses the handshake.
  const server = nodeBuiltin('http').createServer({ maxHeaderSize: 1024 * 1024 })
  server.on('upgrade', (message, socket, head) => {
    void acceptUpgrade({ sessions, url, message, headers: toHeaders(message), socket, head, fail })
  })
  server.emit('connection', connection)
  return client
}
