import { setupServer } from 'msw/node'
import { listenOptions, openCassette, parseCassette } from 'msw-cassette'

// A separate program: node abandon-streams.ts. It abandons streams that would last for hours, in every possible way.
const CHAT = 'https://api.test/v1/chat'
const cassette = parseCassette(`version: 2
interactions:
- request: {method: GET, url: '${CHAT}'}
  response:
    code: 200
    headers: {Content-Type: [text/event-stream]}
    body: "data: 1\\n\\ndata: 2\\n\\ndata: 3\\n\\n"
`)
const session = openCassette(cassette, { mode: 'replay', repeat: 'last', timing: { eventsPerSecond: 0.0001 } })
const server = setupServer(...session.handlers)
server.listen(listenOptions)
for (const send of [fetch, session.fetch]) {
  for await (const _ of (await send(CHAT)).body ?? []) break
  await (await send(CHAT)).body?.cancel()
  const controller = new AbortController()
  const aborted = await send(CHAT, { signal: controller.signal })
  controller.abort()
  await aborted.text().catch(() => {})
}
const closed = await session.fetch(CHAT)
await session.close()
await closed.text().catch(() => {})
server.close()
process.stdout.write('left\n')
