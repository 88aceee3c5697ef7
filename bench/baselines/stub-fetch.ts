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
