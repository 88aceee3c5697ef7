import type { ClientRequest } from 'node:http'
import type { Duplex } from 'node:stream'
import { markAnswered } from '../escape/answered-upgrades.ts'
import { nodeBuiltin } from '../platform/builtin.ts'
import type { Session } from '../session/session.ts'
import { createSocketPair } from './socket-pair.ts'
import type { UpgradeCall } from './upgrade-options.ts'

/** A `request` of `node:http` or `node:https`. */
export type SendRequest = (this: unknown, ...args: unknown[]) => ClientRequest

/**
 * Sends a request that opens a WebSocket to this library instead of the network.
 *
 * @param send the function of Node
 * @param answer the sessions that answer it, or why it is refused
 */
export function answerCall(call: UpgradeCall, send: SendRequest, answer: Error | readonly Session[]): ClientRequest {
  const createConnection = (): Duplex => {
    const [client, server] = createSocketPair()
    const fail = (error: unknown): void =>
      void client.destroy(error instanceof Error ? error : new Error(String(error)))
    if (answer instanceof Error) queueMicrotask(() => fail(answer))
    else serve(server, { url: call.url, sessions: answer, fail })
    return client
  }
  const request = send({ ...call.options, agent: undefined, createConnection }, call.callback)
  markAnswered(request)
  return request
}

interface Serving {
  readonly url: string
  readonly sessions: readonly Session[]
  readonly fail: (error: unknown) => void
}

/** A server that never listens parses the handshake. */
function serve(connection: Duplex, serving: Serving): void {
  const server = nodeBuiltin('http').createServer({ maxHeaderSize: 1024 * 1024 })
  server.on('upgrade', async (message, socket, head) => {
    const { acceptUpgrade } = await import('./accept-upgrade.ts')
    await acceptUpgrade({ message, socket, head, ...serving })
  })
  server.emit('connection', connection)
}
