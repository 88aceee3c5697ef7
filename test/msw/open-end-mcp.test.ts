import { setTimeout as sleep } from 'node:timers/promises'
import { openCassette } from 'msw-cassette'
import { expect, test, vi } from 'vitest'
import { buildCassette, CHAT } from '../build-cassette.ts'
import { startMswServer } from './start-msw-server.ts'

const server = startMswServer()

test('the silent GET of an MCP client stays open even if the server closed it at the end', async () => {
  const headers = { accept: 'text/event-stream', 'mcp-session-id': 'a' }
  const silent = buildCassette(
    { type: 'text/event-stream' },
    { type: 'text/event-stream' },
    { type: 'text/event-stream' },
  )
  await using session = openCassette(silent, { mode: 'replay' })
  server.use(...session.handlers)
  for (const send of [fetch, session.fetch]) {
    const controller = new AbortController()
    const response = await send(CHAT, { headers, signal: controller.signal })
    const end = vi.fn()
    const reading = response.text().then(end, end)
    await sleep(20)
    expect(end).not.toHaveBeenCalled()
    controller.abort()
    await reading
  }
  expect(await (await session.fetch(CHAT)).text()).toBe('')
  session.verify()
})
