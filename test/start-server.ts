import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A real HTTP server on this machine. */
export interface LocalServer extends AsyncDisposable {
  /** Such as `127.0.0.1:40123`. */
  readonly host: string
  /** Such as `http://127.0.0.1:40123`. */
  readonly origin: string
  /** How many requests it has received. */
  readonly requests: number
  close(): Promise<void>
}

/** Starts a server. `await using` closes it. */
export async function startServer(
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => void | Promise<void>,
): Promise<LocalServer> {
  let requests = 0
  const server = createServer(async (request, response) => {
    requests++
    let body = ''
    for await (const piece of request) body += piece
    await answer(request, response, body)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return {
    host,
    origin: `http://${host}`,
    get requests() {
      return requests
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}
