import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { events } from './exchange.ts'

/** Starts a model that waits before it answers, and then streams an event every 5 ms. The delay is in ms. */
export async function startModel(delay: number): Promise<{ url: string; close(): void }> {
  const server = createServer(async (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
    await pause(delay)
    for (const event of events(10)) {
      response.write(event)
      await pause(5)
    }
    response.end()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/chat/completions`,
    close: () => void server.close(),
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
