import { events, url } from '../data/exchange.ts'
import { EVENTS } from './write-suite.ts'

/** The text of a setup file with the handler that a project without a library would write. */
export function handWrittenSetup(): string {
  return `import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll } from 'vitest'
const chunks = ${JSON.stringify(events(EVENTS))}
const server = setupServer(http.post('${url}', () => {
  const encoder = new TextEncoder()
  const body = new ReadableStream({ start(controller) {
    for (const chunk of chunks) controller.enqueue(encoder.encode(chunk))
    controller.close()
  } })
  return new HttpResponse(body, { headers: { 'content-type': 'text/event-stream' } })
}))
beforeAll(() => server.listen())
afterAll(() => server.close())
`
}
