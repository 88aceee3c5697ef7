import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startServer } from '../start-server.ts'
import { startMswServer } from './start-msw-server.ts'
import { startRecording } from './start-recording.ts'

const server = startMswServer()

interface Exchange {
  readonly status?: number
  readonly type: string
  readonly length?: number
  /** The part that arrives before the client leaves, and the part that the server sends 40 ms later. */
  readonly parts: readonly [string, string]
}

const SSE = 'text/event-stream'

test('an empty body that the client cancels before its end is complete', async () => {
  await using upstream = await startServer((_request, response) => {
    response.writeHead(202).flushHeaders()
    setTimeout(() => response.end(), 40)
  })
  const session = startRecording(server, upstream)
  for (const send of [fetch, session.fetch]) await (await send(upstream.origin)).body?.cancel()
  await session.close()
  expect(session.recorded.map(({ response }) => [response.status, response.openEnd])).toEqual([
    [202, undefined],
    [202, undefined],
  ])
})

test.each<[string, Exchange, 'whole' | 'open']>([
  ['a stream', { type: SSE, parts: ['data: 1\n\n', 'data: 2\n\n'] }, 'open'],
  ['a stream whose last event has arrived', { type: SSE, parts: ['data: [DONE]\n\n', ': bye\n\n'] }, 'whole'],
  ['a stream of text', { type: 'text/plain', parts: ['Hel', 'lo'] }, 'open'],
  ['a list of JSON', { type: 'application/json', parts: ['[{"a":1},', '{"a":2}]'] }, 'open'],
  ['JSON', { type: 'application/json', parts: ['{"a":', '1}'] }, 'whole'],
  ['JSON of a vendor', { type: 'application/vnd.a+json; charset=utf-8', parts: ['{"a":', '1}'] }, 'whole'],
  ['a body whose length is known', { type: 'text/plain', length: 5, parts: ['Hel', 'lo'] }, 'whole'],
  ['an error', { status: 529, type: SSE, parts: ['event: err', 'or\n\n'] }, 'whole'],
])('if the client leaves %s early, it is recorded', async (_what, { status = 200, type, length, parts }, end) => {
  await using upstream = await startServer(async (_request, response) => {
    response.writeHead(status, { 'content-type': type, ...(length ? { 'content-length': length } : {}) })
    response.write(parts[0])
    await sleep(40)
    response.end(parts[1])
  })
  const session = startRecording(server, upstream)
  for (const send of [fetch, session.fetch]) {
    const reader = (await send(upstream.origin)).body?.getReader()
    await reader?.read()
    await reader?.cancel()
  }
  await session.close()
  const recorded = session.recorded.map(({ response: { body, openEnd } }) => [new TextDecoder().decode(body), openEnd])
  const expected = end === 'whole' ? [parts.join(''), undefined] : [parts[0], { after: expect.any(Number) }]
  expect(recorded).toEqual([expected, expected])
})
