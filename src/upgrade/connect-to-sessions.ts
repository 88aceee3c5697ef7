import type { Duplex } from 'node:stream'
import { connectionOptions } from '../http/connection.ts'
import { receivedHeaders } from '../http/received-headers.ts'
import { nodeBuiltin } from '../platform/builtin.ts'
import type { Session } from '../session/session.ts'
import { acceptUpgrade } from './accept-upgrade.ts'
import { createSocketPair } from './socket-pair.ts'
import type { UpgradeCall } from './upgrade-options.ts'

/**
 * Creates the connection of a request that opens a WebSocket. The request reaches this library instead of the network.
 *
 * @param sessions the sessions that answer it
 */
export function connectToSessions({ url, options }: UpgradeCall, sessions: readonly Session[]): Duplex {
  const connection = connectionOptions(options)
  const [client, serverEnd] = createSocketPair()
  const fail = (error: unknown): void => void client.destroy(error instanceof Error ? error : new Error(String(error)))
  // It never listens, and parses the handshake.
  const server = nodeBuiltin('http').createServer({ maxHeaderSize: 1024 * 1024 })
  server.on('upgrade', (message, socket, head) => {
    void acceptUpgrade({ sessions, url, message, headers: receivedHeaders(message), connection, socket, head, fail })
  })
  server.emit('connection', serverEnd)
  return client
}
