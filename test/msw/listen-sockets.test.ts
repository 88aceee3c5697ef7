import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { listen } from '../../src/msw/listen.ts'
import { createSession } from '../../src/open/create-session.ts'
import { runInScope } from '../../src/scope/active-sessions.ts'
import { buildCassette } from '../build-cassette.ts'
import { startServer } from '../start-server.ts'

/** Sends a request without a client, and returns the answer or the error. */
function sendRaw(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, host)
    socket.on('error', ({ message }) => resolve(message)).on('data', (data) => resolve(data.toString()))
    socket.write(`GET / HTTP/1.1\r\nhost: ${host}:${port}\r\n\r\n`)
  })
}

test('a request that no client of MSW sends reaches neither a host of the cassette nor another machine', async () => {
  onTestFinished(listen('every-test'))
  await using local = await startServer((_request, response) => void response.end('real'))
  const port = Number(new URL(local.origin).port)
  const source = buildCassette({ url: `${local.origin}/` })
  const session = createSession({ source, options: { mode: 'replay' }, saving: 'deferred' })
  onTestFinished(() => session.end())
  const covered = await runInScope(session, () => sendRaw('127.0.0.1', port))
  expect({ covered, requests: local.requests }).toEqual({
    covered: expect.stringContaining('can neither answer nor record it'),
    requests: 0,
  })
  expect(await sendRaw('other.invalid', 80)).toContain('msw-cassette refused a connection to http://other.invalid/')
  expect(await sendRaw('127.0.0.1', port)).toContain('real')
})
