import { openCassette } from 'msw-cassette'
import { expect, onTestFinished, test } from 'vitest'
import type { Fault } from '../../src/faults/fault.ts'
import { buildCassette, CHAT, readChunks } from '../build-cassette.ts'
import { startMswServer } from './start-msw-server.ts'

const server = startMswServer()

const EVENTS = ['data: 1\n\n', 'data: 2\n\n']

function use(fault: Fault) {
  const source = buildCassette({ response: EVENTS.join(''), type: 'text/event-stream' })
  const session = openCassette(source, { mode: 'replay', faults: [fault] })
  onTestFinished(() => session.close())
  server.use(...session.handlers)
  return session
}

test('a status is answered once, and the retry gets the recording', async () => {
  const session = use({ at: 0, status: 529 })
  const statuses = [(await fetch(CHAT)).status, (await fetch(CHAT)).status]
  expect(statuses).toEqual([529, 200])
  session.verify()
})

test('an answer that is cut like a complete one ends', async () => {
  const session = use({ at: 0, cutAfter: 1, cutAs: 'end' })
  expect(await readChunks((await fetch(CHAT)).body)).toEqual(EVENTS.slice(0, 1))
  session.verify()
})

test.each([0, 1, 2])('an answer whose connection breaks after event %i fails', async (cutAfter) => {
  const session = use({ at: 0, cutAfter })
  const read = async () => (await fetch(CHAT)).text()
  await expect(read()).rejects.toThrow('terminated')
  expect(await read()).toBe(EVENTS.join(''))
  session.verify()
})

test('a stalled answer ends when its client leaves', async () => {
  const session = use({ at: 0, stallAfter: 1 })
  const client = new AbortController()
  const reader = (await fetch(CHAT, { signal: client.signal })).body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(EVENTS[0])
  const stalled = reader?.read()
  client.abort()
  await expect(stalled).rejects.toThrow('abort')
  session.verify()
})

test.each(['refused', 'reset'] as const)('a connection that is %s fails', async (connection) => {
  const session = use({ at: 0, connection })
  const error = await fetch(CHAT).catch((failure: Error) => failure)
  // MSW 2 throws the cause itself.
  const cause = 'cause' in error ? error.cause : error
  expect(cause).toMatchObject({ code: connection === 'refused' ? 'ECONNREFUSED' : 'ECONNRESET' })
  expect((await fetch(CHAT)).status).toBe(200)
  session.verify()
})
