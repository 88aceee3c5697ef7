import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { url } from '../data/exchange.ts'
import type { Replayer } from '../run/peer.ts'
import { readAnswers } from './answers.ts'

export { writeAnswers as prepare } from './answers.ts'

/** Answers with the MSW 3 handler that a project without a library would write. It looks up the request, and enqueues all chunks immediately. */
export async function open(folder: string): Promise<Replayer> {
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
