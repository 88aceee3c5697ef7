import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'

const WORDS = ['The ', 'quick ', 'brown ', 'fox ', 'jumps.']

/** Starts a model on this machine, which streams one word after the other. */
export async function startProvider() {
  const server = createServer(async (_request, response) => {
    response.setHeader('content-type', 'text/event-stream')
    for (const content of WORDS) {
      const choices = [{ index: 0, delta: { content } }]
      response.write(`data: ${JSON.stringify({ choices })}\n\n`)
      await setTimeout(150)
    }
    response.end('data: [DONE]\n\n')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = async (): Promise<void> => {
    server.closeAllConnections()
    await once(server.close(), 'close')
  }
  return { host, stop }
}
