import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import type { Exchange } from './exchanges/exchange.ts'

/** A server that answers the exchanges. */
export interface ExchangeServer {
  readonly host: string
  readonly origin: string
  /** Forgets the requests so far, so that repeated exchanges begin with the first again. */
  restart(): void
  /** The ids of the exchanges that were answered since the last `restart`, and a note for each request that was not equal. */
  readonly answered: readonly string[]
  close(): void
}

/** Starts a server on the loopback. The exchanges of one method and path are answered in their order. */
export async function startExchangeServer(exchanges: readonly Exchange[]): Promise<ExchangeServer> {
  const positions = new Map<string, number>()
  const answered: string[] = []
  const server = createServer(async (request, response) => {
    const pieces: Uint8Array[] = []
    for await (const piece of request) pieces.push(piece)
    const key = `${request.method} ${request.url}`
    const position = positions.get(key) ?? 0
    positions.set(key, position + 1)
    const exchange = exchanges.filter(({ method, path }) => `${method} ${path}` === key)[position]
    if (exchange === undefined) return void response.writeHead(500).end(`No exchange for ${key}`)
    answered.push(`${exchange.id}${explainRequest(exchange, request, Buffer.concat(pieces))}`)
    await answer(exchange, response)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    host,
    origin: `http://${host}`,
    restart() {
      positions.clear()
      answered.length = 0
    },
    answered,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Ensures that an equal recording is not compared with a request that never was as listed. */
function explainRequest(exchange: Exchange, request: IncomingMessage, body: Uint8Array): string {
  if (Buffer.compare(exchange.requestBody, body) !== 0) return ' was requested with another body'
  const type = exchange.requestHeaders.find(([name]) => name === 'Content-Type')?.[1]
  return type === undefined || request.headers['content-type'] === type ? '' : ' was requested with another type'
}

async function answer(exchange: Exchange, response: ServerResponse): Promise<void> {
  const { method, status, reason, responseHeaders, responseBody, transfer } = exchange
  const body = compress(responseBody, transfer)
  const withoutBody = method === 'HEAD' || status === 204 || status === 304
  const encoding = body === responseBody ? [] : ['Content-Encoding', transfer]
  const length = withoutBody || transfer === 'chunked' ? [] : ['Content-Length', String(body.length)]
  // Node takes an empty reason for none.
  response.writeHead(status, reason || ' ', [...responseHeaders.flat(), ...encoding, ...length])
  if (transfer !== 'chunked') return void response.end(withoutBody ? undefined : body)
  for (const event of Buffer.from(body)
    .toString('latin1')
    .split(/(?<=\n\n|\r\n\r\n)/)) {
    response.write(event, 'latin1')
    await new Promise((resolve) => setImmediate(resolve))
  }
  response.end()
}

function compress(body: Uint8Array, transfer: Exchange['transfer']): Uint8Array {
  if (transfer === 'gzip') return gzipSync(body)
  if (transfer === 'deflate') return deflateSync(body)
  return transfer === 'br' ? brotliCompressSync(body) : body
}
