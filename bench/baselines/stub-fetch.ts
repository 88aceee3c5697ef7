import { events } from '../data/exchange.ts'
import { createUnpacedStream } from './unpaced-stream.ts'

/**
 * Creates a stub for `fetch`, like `vi.fn()`, that gives every request the same response.
 *
 * @param count the number of events in the stream
 */
export function stubFetch(count: number): typeof globalThis.fetch {
  const chunks = events(count).map((text) => new TextEncoder().encode(text))
  return async () => new Response(createUnpacedStream(chunks), { headers: { 'content-type': 'text/event-stream' } })
}

/**
 * Creates a stub for `fetch` that delivers each event in a turn of the event loop of its own, in the fastest way that Node has.
 *
 * @param count the number of events in the stream
 */
export function pacedFetch(count: number): typeof globalThis.fetch {
  const chunks = events(count).map((text) => new TextEncoder().encode(text))
  return async () => new Response(createTurns(chunks), { headers: { 'content-type': 'text/event-stream' } })
}

function createTurns(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  let next = 0
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        setImmediate(() => {
          controller.enqueue(chunks[next++] ?? new Uint8Array())
          if (next === chunks.length) controller.close()
        })
      },
    },
    { highWaterMark: 0 },
  )
}
