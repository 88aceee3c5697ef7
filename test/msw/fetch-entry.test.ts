import { bypass } from 'msw'
import { setupServer } from 'msw/node'
import { listenOptions } from 'msw-cassette'
import { openCassette } from 'msw-cassette/fetch'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'

const server = setupServer()
beforeAll(() => server.listen(listenOptions))
afterAll(() => server.close())

test('msw-cassette/fetch records next to an MSW server that refuses unhandled requests', async () => {
  const accepted: (string | undefined)[] = []
  await using upstream = await startServer((request, response) => {
    accepted.push(request.headers.accept)
    response.end('live')
  })
  await using session = openCassette(`${makeTempFolder()}/a.yaml`, { mode: 'once', hosts: [upstream.host] })
  const response = await session.fetch(`${upstream.origin}/hi`, { headers: { accept: 'text/plain' } })
  expect(await response.text()).toBe('live')
  await session.close()
  expect({ accepted, recorded: session.recorded.length }).toEqual({ accepted: ['text/plain'], recorded: 1 })
})

test("the library's mark of a request that MSW lets pass is the one that bypass sets", () => {
  expect(bypass('https://api.test/').headers.get('accept')).toBe('msw/passthrough')
})
