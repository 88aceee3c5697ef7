import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect, createServer as createListener } from 'node:net'
import { pipeline } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { certificate } from '../../test/provider/certificate.ts'
import { answerGateway } from './ai-gateway.ts'
import { type Answer, type Answered, json, type Protocol } from './answer.ts'
import { answerMessages } from './anthropic.ts'
import { type Ask, readAsk } from './ask.ts'
import { answerBedrock } from './bedrock.ts'
import { answerCohere } from './cohere.ts'
import { answerGemini } from './google.ts'
import { answerHub } from './huggingface.ts'
import { answerMcp } from './mcp.ts'
import { answerOllama } from './ollama.ts'
import { answerChat } from './openai-chat.ts'
import { answerMedia } from './openai-media.ts'
import { answerResponses } from './openai-responses.ts'
import { acceptSockets } from './socket/accept-sockets.ts'

/** How long the provider waits after each event, in milliseconds. */
const PAUSE = 12
/** The first byte of a connection with TLS. */
const TLS_HANDSHAKE = 0x16

const protocols: readonly Protocol[] = [
  answerChat,
  answerResponses,
  answerMedia,
  answerBedrock,
  answerMessages,
  answerGemini,
  answerCohere,
  answerOllama,
  answerGateway,
  answerMcp,
  answerHub,
]

/** A provider on this machine. */
export interface Provider {
  readonly origin: string
  /** Its port, without TLS and with it. */
  readonly port: number
  /** The requests and handshakes so far. */
  readonly requests: readonly Answered[]
  close(): void
}

/** Starts a server that speaks the protocol of every client, over HTTP and over WebSockets, without TLS and with it. */
export async function startProvider(): Promise<Provider> {
  setDefaultCACertificates([...getCACertificates(), certificate.cert])
  const requests: Answered[] = []
  const refused = new Set<string>()
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const entry: Answered = { end: 'open' }
    requests.push(entry)
    response.on('close', () => {
      entry.end = response.writableFinished ? 'complete' : 'left'
    })
    const path = request.url?.replace(/\?.*/s, '') ?? ''
    const head = { method: request.method ?? '', path, headers: request.headers, origin }
    const ask = readAsk(head, await text(request), randomBytes(4).toString('hex'))
    await send(response, refuseOnce(ask, refused) ?? answer(ask))
  }
  const servers = [createServer(respond), createTlsServer(certificate, respond)] as const
  const sockets = acceptSockets(servers, requests)
  const [plain, secure] = servers
  await once(secure.listen(0, '127.0.0.1'), 'listening')
  // Some clients of WebSockets always use TLS, at the address that they are given.
  const listener = createListener((socket) => {
    socket.once('data', (head) => {
      socket.pause()
      socket.unshift(head)
      if (head[0] !== TLS_HANDSHAKE) plain.emit('connection', socket)
      else pipeline(socket, connect((secure.address() as AddressInfo).port), socket, () => {})
      socket.resume()
    })
    socket.on('error', () => {})
  })
  await once(listener.listen(0, '127.0.0.1'), 'listening')
  const { port } = listener.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    port,
    requests,
    close() {
      listener.close()
      secure.close()
      for (const client of sockets.clients) client.terminate()
      for (const server of servers) server.closeAllConnections()
    },
  }
}

/** Answers the first request whose prompt contains RETRY with 429. */
function refuseOnce(ask: Ask, refused: Set<string>): Answer | undefined {
  const key = ask.path + ask.text
  if (!ask.text.includes('RETRY') || refused.has(key)) return undefined
  refused.add(key)
  const error = { type: 'rate_limit_error', code: 429, message: 'slow down', status: 'RESOURCE_EXHAUSTED' }
  const aws = ask.path.startsWith('/model/') ? { 'x-amzn-errortype': 'ThrottlingException' } : {}
  return { ...json({ type: 'error', error, message: 'slow down' }, { 'retry-after': '0', ...aws }), status: 429 }
}

function answer(ask: Ask): Answer {
  if (ask.path.endsWith('/traces/ingest')) return { status: 204, headers: {}, parts: [] }
  for (const protocol of protocols) {
    const found = protocol(ask)
    if (found) return found
  }
  return { ...json({ error: { message: `The provider has no ${ask.path}.` } }), status: 404 }
}

async function send(response: ServerResponse, { status = 200, headers, parts }: Answer): Promise<void> {
  response.writeHead(status, headers)
  for (const part of parts) {
    if (response.destroyed) return
    response.write(part)
    if (parts.length > 1) await wait(PAUSE)
  }
  response.end()
}
