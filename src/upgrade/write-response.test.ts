import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { createSocketPair } from './socket-pair.ts'
import { writeResponse } from './write-response.ts'

async function write(
  body: ConstructorParameters<typeof Response>[0],
  init: { status: number; statusText?: string; headers?: [string, string][] },
) {
  const [client, server] = createSocketPair()
  const { status, statusText = '', headers } = init
  const answer = {
    kind: 'response',
    body: body === null ? null : new Response(body).body,
    init: { status, statusText, headers: new Headers(headers) },
  } as const
  await writeResponse(server, answer)
  return (await text(client)).split('\r\n')
}

test('a response has its status line, its headers, its length and its body', async () => {
  const headers: [string, string][] = [
    ['content-type', 'application/json'],
    ['set-cookie', 'a=1'],
    ['set-cookie', 'b=2'],
  ]
  expect(await write('{"é":1}', { status: 401, headers })).toEqual([
    'HTTP/1.1 401 Unauthorized',
    'content-type: application/json',
    'set-cookie: a=1',
    'set-cookie: b=2',
    'content-length: 8',
    'connection: close',
    '',
    '{"é":1}',
  ])
})

test('a recorded reason phrase is kept, and an unknown status has none', async () => {
  expect((await write(null, { status: 429, statusText: 'Slow Down' }))[0]).toBe('HTTP/1.1 429 Slow Down')
  expect((await write(null, { status: 599 }))[0]).toBe('HTTP/1.1 599 ')
})

test('a recorded length, and other headers of the connection, can not contradict the body', async () => {
  const headers: [string, string][] = [
    ['content-length', '900'],
    ['connection', 'upgrade'],
    ['transfer-encoding', 'chunked'],
  ]
  expect(await write('no', { status: 400, headers })).toEqual([
    'HTTP/1.1 400 Bad Request',
    'content-length: 2',
    'connection: close',
    '',
    'no',
  ])
})
