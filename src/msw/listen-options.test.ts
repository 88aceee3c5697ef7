import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { HttpResponse as HttpResponse2, http as http2 } from 'msw2'
import { setupServer as setupServer2 } from 'msw2/node'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startServer } from '../../test/start-server.ts'
import { listenOptions } from './listen-options.ts'

const servers = {
  2: () => setupServer2(http2.get('https://api.test/', () => HttpResponse2.text('mocked'))),
  3: () => setupServer(http.get('https://api.test/', () => HttpResponse.text('mocked'))),
}

function start(major: 2 | 3) {
  const print = vi.spyOn(console, 'error').mockReturnValue()
  const server = servers[major]()
  server.listen(listenOptions as object)
  onTestFinished(() => {
    server.close()
    print.mockRestore()
  })
  return print
}

test.each([2, 3] as const)(
  'with MSW %i, a request that no handler answers fails, also one whose path looks like a file',
  async (major) => {
    await using local = await startServer((_request, response) => void response.end('real'))
    const print = start(major)
    expect(await (await fetch('https://api.test/')).text()).toBe('mocked')
    for (const path of ['/v1/chat', '/v1/models.json', '/logo.png?key=sk-1234567890abcdefghij']) {
      const failure: unknown = await fetch(local.origin + path).catch((error: Error) => error.cause ?? error)
      expect(failure).toMatchObject({
        code: 'cassette_session',
        message: expect.stringContaining(`No handler answers GET ${local.origin}${path.split('?')[0]}`),
      })
      expect(String(failure)).not.toContain('sk-1234567890abcdefghij')
    }
    expect({ requests: local.requests, isPrinted: print.mock.calls.length > 0 }).toEqual({
      requests: 0,
      isPrinted: true,
    })
  },
)

test.each([2, 3] as const)(
  'with MSW %i, a connection from before the server started carries no request past it',
  async (major) => {
    await using local = await startServer((_request, response) => void response.end('real'))
    await (await fetch(local.origin)).text()
    start(major)
    await expect(fetch(local.origin)).rejects.toThrow()
    expect(local.requests).toBe(1)
  },
)
