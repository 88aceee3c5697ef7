import type { Replayer } from '../run/peer.ts'
import { readAnswers } from './answers.ts'

export { writeAnswers as prepare } from './answers.ts'

/** Replaces `fetch` with a stub, like `vi.fn()`, that looks up the request. */
export async function open(folder: string): Promise<Replayer> {
  const find = readAnswers(folder)
  const fetch: typeof globalThis.fetch = async (_url, init) => {
    const stream = find(String(init?.body))
    if (!stream) throw new Error('This request has no answer.')
    return new Response(stream, { headers: { 'content-type': 'text/event-stream' } })
  }
  return { fetch, close() {} }
}
