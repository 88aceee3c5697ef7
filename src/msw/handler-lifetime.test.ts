import { setupServer } from 'msw/node'
import { setupServer as setupServer2 } from 'msw2/node'
import { expect, onTestFinished, test } from 'vitest'
import { buildCassette, CHAT } from '../../test/build-cassette.ts'
import { createSession } from '../open/create-session.ts'
import type { CassetteSession, PublicSession } from '../open/public-session.ts'
import { activeSessions, isInScope } from '../scope/active-sessions.ts'
import { endWithServer } from './handler-lifetime.ts'

/** A server of either version, which takes handlers of the other one too: they have the same methods. */
interface Server {
  listen(options?: object): void
  use(...handlers: CassetteSession['handlers']): void
  resetHandlers(): void
  close(): void
}
const setups = { 2: setupServer2, 3: setupServer } as unknown as Record<
  2 | 3,
  (...handlers: CassetteSession['handlers']) => Server
>

function open(): PublicSession {
  const source = buildCassette({ url: CHAT })
  const session = createSession({ source, options: { mode: 'replay' }, saving: 'deferred' })
  onTestFinished(() => session.end())
  return session
}

/** Starts a server and lets the microtasks run in which MSW 2 is observed. */
async function listen(server: Server): Promise<() => void> {
  let state: 'listening' | 'closed' = 'listening'
  const close = (): void => {
    if (state === 'listening') server.close()
    state = 'closed'
  }
  server.listen({ onUnhandledRequest: 'bypass', onUnhandledFrame: 'bypass' })
  onTestFinished(close)
  await Promise.resolve()
  return close
}

test.each([2, 3] as const)('with MSW %i, a session answers until its server is closed', async (major) => {
  const session = open()
  const close = await listen(setups[major](...session.handlers))
  expect(activeSessions()).toEqual([session])
  close()
  expect(activeSessions()).toEqual([])
})

test.each([2, 3] as const)(
  'with MSW %i, a session that was added to a running server answers until a reset',
  async (major) => {
    const initial = open()
    const server = setups[major](...initial.handlers)
    await listen(server)
    const added = open()
    server.use(...added.handlers)
    expect([initial, added].map(isInScope)).toEqual([true, true])
    server.resetHandlers()
    expect([initial, added].map(isInScope)).toEqual([true, false])
  },
)

test.each([2, 3] as const)(
  'with MSW %i, a session that ended with one server does not answer in the next one',
  async (major) => {
    const first = open()
    const close = await listen(setups[major](...first.handlers))
    close()
    const second = open()
    await listen(setups[major](...second.handlers))
    expect([first, second].map(isInScope)).toEqual([false, true])
  },
)

test.each([2, 3] as const)('with MSW %i, a session that is closed before its server stays closed', async (major) => {
  const session = open()
  const close = await listen(setups[major](...session.handlers))
  session.end()
  expect(isInScope(session)).toBe(false)
  close()
  expect(isInScope(session)).toBe(false)
})

test('with MSW 2, interception ends with the first of two servers that is closed, and no session answers then', async () => {
  const [first, second] = [open(), open()]
  const closeFirst = await listen(setups[2](...first.handlers))
  await listen(setups[2](...second.handlers))
  expect([first, second].map(isInScope)).toEqual([true, true])
  closeFirst()
  expect([first, second].map(isInScope)).toEqual([false, false])
  await expect(fetch('http://127.0.0.1:2/')).rejects.toThrow('fetch failed')
})

test('without a server, a session waits for the one that its handlers are for', () => {
  const session = open()
  expect(session.handlers).toHaveLength(2)
  endWithServer()
  expect(isInScope(session)).toBe(true)
})
