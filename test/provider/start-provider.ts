import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { WebSocketServer } from 'ws'
import { answer } from './answer.ts'
import { answerRealtime } from './answer-realtime.ts'
import { certificate } from './certificate.ts'

/** A local server that takes the place of every host on the internet in a child process. */
export interface Provider {
  /** The environment variables with which a child process reaches it. */
  readonly env: Readonly<Record<string, string>>
  /** The requests that it has received, such as `POST https://api.openai.com/v1/chat/completions`. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

/** The ports of Ollama and LM Studio. */
export const LOCAL_MODELS: readonly number[] = [11434, 1234]

/**
 * Starts a provider that speaks the protocols of OpenAI, also over WebSockets, and MCP.
 *
 * @param folder an existing folder for its certificate
 */
export async function startProvider(folder: string): Promise<Provider> {
  const requests: string[] = []
  const listener = (protocol: string) => async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(`${protocol}//${request.headers.host}${request.url}`)
    requests.push(`${request.method} ${url}`)
    let body = ''
    for await (const piece of request) body += piece
    await answer({ request, response, url, body, earlier: requests.slice(0, -1) })
  }
  const servers = [createTlsServer(certificate, listener('https:')), createServer(listener('http:'))]
  const sockets = new WebSocketServer({ noServer: true })
  for (const [index, server] of servers.entries()) {
    server.on('upgrade', (request, socket, head) => {
      requests.push(`GET ${index === 0 ? 'wss' : 'ws'}://${request.headers.host}${request.url}`)
      sockets.handleUpgrade(request, socket, head, answerRealtime)
    })
  }
  for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening')
  const [tls, plain] = servers.map((server) => (server.address() as AddressInfo).port)
  const ca = join(folder, 'provider.pem')
  writeFileSync(ca, certificate.cert)
  return {
    env: {
      NODE_EXTRA_CA_CERTS: ca,
      NODE_OPTIONS: `--import ${new URL('redirect.ts', import.meta.url).href}`,
      PROVIDER_PORTS: JSON.stringify({ tls, plain, taken: LOCAL_MODELS }),
      OPENAI_API_KEY: 'sk-proj-key-of-the-tests',
    },
    requests,
    async close() {
      for (const server of servers) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
  }
}
