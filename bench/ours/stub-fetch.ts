import type { Opened } from '../run/peer.ts'
import { readAnswers } from './answers.ts'

export { writeAnswers as prepare } from './answers.ts'

/** A `fetch` that is put in the place of the real one, as `vi.fn()` would be: it knows its requests, too. */
export async function open(folder: string): Promise<Opened> {
  const find = readAnswers(folder)
  const fetch: typeof globalThis.fetch = async (_url, init) => {
    const stream = find(String(init?.body))
    if (!stream) throw new Error('This request has no answer.')
    return new Response(stream, { headers: { 'content-type': 'text/event-stream' } })
  }
  return { fetch, close() {} }
}
