import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { setupServer as setupServer2 } from 'msw2/node'
import { expect, test } from 'vitest'
import { activeInterceptors } from './active-interceptors.ts'

const NOTHING = { major: undefined, source: undefined }

test.each([
  [2, setupServer2],
  [3, setupServer],
] as const)('MSW %i is found only while a server listens, also after a restart', (major, setup) => {
  expect(activeInterceptors()).toEqual(NOTHING)
  const server = setup()
  expect(activeInterceptors()).toEqual(NOTHING)
  for (const _ of [1, 2]) {
    server.listen()
    expect(activeInterceptors()).toEqual({ major, source: expect.anything() })
    server.close()
    expect(activeInterceptors()).toEqual(NOTHING)
  }
})

test('MSW 3 intercepts nothing after one of two servers was closed, so that no interceptor is active', async () => {
  const [first, second] = [setupServer(), setupServer(http.all('*', () => HttpResponse.text('second')))]
  first.listen()
  second.listen()
  const answer = (): Promise<string> =>
    fetch('http://127.0.0.1:2/').then(
      (response) => response.text(),
      () => 'not intercepted',
    )
  const before = [activeInterceptors().major, await answer()]
  first.close()
  const after = [activeInterceptors().major, await answer()]
  second.close()
  expect({ before, after }).toEqual({ before: [3, 'second'], after: [undefined, 'not intercepted'] })
})

test('if a process has both versions, the newer one decides: it intercepts all sockets', () => {
  const servers = [setupServer2(), setupServer()]
  for (const server of servers) server.listen()
  const { major } = activeInterceptors()
  for (const server of servers.reverse()) server.close()
  expect(major).toBe(3)
})
