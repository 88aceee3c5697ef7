import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { buildConnector } from 'undici'
import { events } from '../../data/exchange.ts'

/** A local model server that answers for every host. */
export interface LocalModel {
  /** A connector for undici's agents that connects to this model, regardless of the host. */
  readonly connect: buildConnector.connector
  close(): void
}

/**
 * Starts a model that streams a response to every request.
 *
 * @param count the number of events in the stream
 */
export async function startLocalModel(count: number): Promise<LocalModel> {
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).end(events(count).join(''))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    connect(_options, callback) {
      const socket = connect(port, '127.0.0.1', () => callback(null, socket))
    },
    close: () => void server.close(),
  }
}
