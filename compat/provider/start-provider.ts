import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { certificate } from '../../test/provider/certificate.ts'
import { answerGateway } from './ai-gateway.ts'
import { type Answer, json, type Protocol } from './answer.ts'
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

/** How long the provider waits after each event, in milliseconds. */
const PAUSE = 12

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
  /** Its ports without and with TLS. */
  readonly ports: { readonly plain: number; readonly tls: number }
  /** The requests so far: whether their client left before the end of the answer. */
  readonly requests: { end: 'complete' | 'left' | 'open' }[]
  close(): void
}

/** Starts a server that speaks the protocol of every client. */
export async function startProvider(): Promise<Provider> {
  const requests: Provider['requests'] = []
  const refused = new Set<string>()
  const listener = async (request: IncomingMessage, response: ServerResponse) => {
    const entry: Provider['requests'][number] = { end: 'open' }
    requests.push(entry)
    response.on('close', () => {
      entry.end = response.writableFinished ? 'complete' : 'left'
    })
    const path = request.url?.replace(/\?.*/s, '') ?? ''
    const head = { method: request.method ?? '', path, headers: request.headers, origin }
    const ask = readAsk(head, await text(request), randomBytes(4).toString('hex'))
    await send(response, refuseOnce(ask, refused) ?? answer(ask))
  }
  const servers = [createServer(listener), createTlsServer(certificate, listener)]
  const [plain = 0, tls = 0] = await Promise.all(servers.map(listen))
  const origin = `http://127.0.0.1:${plain}`
  return {
    origin,
    ports: { plain, tls },
    requests,
    close() {
      for (const server of servers) {
        server.close()
        server.closeAllConnections()
      }
    },
  }
}

/** Listens on a free port of this machine, and returns it. */
async function listen(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return (server.address() as AddressInfo).port
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
