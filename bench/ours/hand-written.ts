import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { url } from '../data/exchange.ts'
import type { Opened } from '../run/peer.ts'
import { readAnswers } from './answers.ts'

export { writeAnswers as prepare } from './answers.ts'

/** The MSW 3 handler that one writes without a library: it knows its requests, and enqueues all chunks at once. */
export async function open(folder: string): Promise<Opened> {
  const find = readAnswers(folder)
  const server = setupServer(
    http.post(url, async ({ request }) => {
      const stream = find(await request.text())
      if (!stream) return new HttpResponse('This request has no answer.', { status: 404 })
      return new HttpResponse(stream, { headers: { 'content-type': 'text/event-stream' } })
    }),
  )
  server.listen()
  return { fetch: globalThis.fetch, close: () => server.close() }
}
