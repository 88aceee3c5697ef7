import { type HttpHandler, HttpResponse, http } from 'msw'
import { events, url } from '../data/exchange.ts'
import { createUnpacedStream } from './unpaced-stream.ts'

/**
 * Creates the handler that a project without a library would write. It enqueues all chunks immediately, and they arrive in one read.
 *
 * @param count the number of events in the stream
 */
export function handWrittenHandler(count: number): HttpHandler {
  const chunks = events(count).map((text) => new TextEncoder().encode(text))
  return http.post(
    url,
    () => new HttpResponse(createUnpacedStream(chunks), { headers: { 'content-type': 'text/event-stream' } }),
  )
}

/**
 * Creates the same handler with a macrotask before each event, so that each event arrives in its own read.
 *
 * @param count the number of events in the stream
 */
export function pacedHandler(count: number): HttpHandler {
  const chunks = events(count).map((text) => new TextEncoder().encode(text))
  return http.post(
    url,
    () => new HttpResponse(createPacedStream(chunks), { headers: { 'content-type': 'text/event-stream' } }),
  )
}

function createPacedStream(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
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
