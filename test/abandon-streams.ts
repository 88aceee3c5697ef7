import { setupServer } from 'msw/node'
import { listenOptions, openCassette, parseCassette } from 'msw-cassette'

// A program of its own: node abandon-streams.ts. It leaves streams that would go on for hours, in every way there is.
const URL_ = 'https://api.test/v1/chat'
const cassette = parseCassette(`version: 2
interactions:
- request: {method: GET, url: '${URL_}'}
  response:
    code: 200
    headers: {Content-Type: [text/event-stream]}
    body: "data: 1\\n\\ndata: 2\\n\\ndata: 3\\n\\n"
`)
const session = openCassette(cassette, { mode: 'replay', repeat: 'last', timing: { eventsPerSecond: 0.0001 } })
const server = setupServer(...session.handlers)
server.listen(listenOptions)
for (const ask of [fetch, session.fetch]) {
  for await (const _ of (await ask(URL_)).body ?? []) break
  await (await ask(URL_)).body?.cancel()
  const controller = new AbortController()
  const aborted = await ask(URL_, { signal: controller.signal })
  controller.abort()
  await aborted.text().catch(() => {})
}
const closed = await session.fetch(URL_)
await session.close()
await closed.text().catch(() => {})
server.close()
process.stdout.write('left\n')
