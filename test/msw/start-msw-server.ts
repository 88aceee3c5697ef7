import type { RequestHandler } from 'msw'
import { setupServer } from 'msw/node'
import { listenOptions } from 'msw-cassette'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { isRunner, listenTo } from './listen-to.ts'

/** The part of an MSW server that tests use. */
export interface TestServer {
  listen(options: object): void
  close(): void
  use(...handlers: RequestHandler[]): void
  resetHandlers(...handlers: RequestHandler[]): void
  /** Calls a function for each request that it receives. */
  onRequest(callback: () => void): void
}

/**
 * Starts an MSW server for the tests of a file, and closes it after them. `MSW_CASSETTE_INTERCEPT=auto` starts the setup of a runner
 * instead, which answers without MSW until a test needs it.
 *
 * @param handlers its initial handlers; those that a test adds are removed after the test
 */
export function startMswServer(...handlers: RequestHandler[]): TestServer {
  if (isRunner) return startRunner(handlers)
  const server = setupServer(...handlers)
  beforeAll(() => server.listen(listenOptions))
  afterEach(() => server.resetHandlers())
  afterAll(() => server.close())
  return Object.assign(server, {
    onRequest: (callback: () => void) => void server.events.on('request:start', callback),
  })
}

function startRunner(initial: readonly RequestHandler[]): TestServer {
  let stop = (): void => {}
  let onRequest = (): void => {}
  let added: RequestHandler[] = []
  let server: ReturnType<typeof setupServer> | undefined
  const listen = (): void => {
    const end = listenTo()
    const { fetch } = globalThis
    globalThis.fetch = (input, init) => {
      onRequest()
      return fetch(input, init)
    }
    stop = () => {
      globalThis.fetch = fetch
      end()
    }
  }
  const resetHandlers = (...handlers: RequestHandler[]): void => {
    server?.close()
    server = undefined
    // MSW does this with the handlers that it removes.
    for (const handler of added) Reflect.get(handler, 'dispose')?.()
    added = handlers
  }
  beforeAll(listen)
  afterEach(() => resetHandlers())
  afterAll(() => stop())
  return {
    listen,
    close: () => stop(),
    resetHandlers,
    onRequest(callback) {
      onRequest = callback
    },
    use(...handlers) {
      added.push(...handlers)
      // Reading the handlers of a session makes it answer. Those of the test itself need a server.
      if (!handlers.every(({ info }) => String(info.header).startsWith('cassette '))) {
        server?.close()
        server = setupServer(...added, ...initial)
        server.listen(listenOptions)
      }
    },
  }
}
