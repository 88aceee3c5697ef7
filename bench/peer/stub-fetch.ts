import { events } from '../data/exchange.ts'
import { streamAtOnce } from './stream-at-once.ts'

/**
 * A `fetch` that is put in the place of the real one, as `vi.fn()` would be.
 *
 * @param count how many events it streams
 */
export function stubFetch(count: number): typeof globalThis.fetch {
  const chunks = events(count).map((text) => new TextEncoder().encode(text))
  return async () => new Response(streamAtOnce(chunks), { headers: { 'content-type': 'text/event-stream' } })
}
