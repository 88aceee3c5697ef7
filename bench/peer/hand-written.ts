import { type HttpHandler, HttpResponse, http } from 'msw'
import { events, url } from '../data/exchange.ts'
import { streamAtOnce } from './stream-at-once.ts'

/**
 * The handler that one writes without a library: all chunks are enqueued at once, and arrive as one read.
 *
 * @param count how many events it streams
 */
export function handWrittenHandler(count: number): HttpHandler {
  const chunks = events(count).map((text) => new TextEncoder().encode(text))
  return http.post(
    url,
    () => new HttpResponse(streamAtOnce(chunks), { headers: { 'content-type': 'text/event-stream' } }),
  )
}

/**
 * The same, with a macrotask for each event, so that each is a read of its own.
 *
 * @param count how many events it streams
 */
export function pacedHandler(count: number): HttpHandler {
  const chunks = events(count).map((text) => new TextEncoder().encode(text))
  return http.post(
    url,
    () => new HttpResponse(streamPaced(chunks), { headers: { 'content-type': 'text/event-stream' } }),
  )
}

function streamPaced(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async start(controller) {
      for (const chunk of chunks) {
        await new Promise((resolve) => setImmediate(resolve))
        controller.enqueue(chunk)
      }
      controller.close()
    },
  })
}
