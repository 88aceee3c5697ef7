import { gzipSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { fakeTimers } from '../../test/fake-timers.ts'
import type { HeaderPair, Interaction, RecordedResponse } from '../cassette.ts'
import type { CassetteOpenEndError } from '../errors/errors.ts'
import type { AnyAnswer } from '../http/answer.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { toBodyInit } from '../stream/to-body-init.ts'
import { type Play, playInteraction } from './play-interaction.ts'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

const record = (response: Partial<RecordedResponse>, more: Partial<Interaction> = {}): Interaction => ({
  request: { method: 'POST', url: 'https://api.test/v1', headers: [], body: new Uint8Array() },
  response: { status: 200, statusText: 'OK', headers: [], body: new Uint8Array(), ...response },
  ...more,
})

const toRequest = (more: Partial<IncomingRequest> = {}): IncomingRequest => ({
  method: 'POST',
  url: 'https://api.test/v1',
  headers: new Headers(),
  body: new Uint8Array(),
  signal: new AbortController().signal,
  ...more,
})

interface Played {
  readonly answer: AnyAnswer
  readonly released: number
  readonly failures: readonly CassetteOpenEndError[]
}

async function play(interaction: Interaction, more: Partial<Play> = {}): Promise<Played> {
  let released = 0
  const failures: CassetteOpenEndError[] = []
  const answer = await playInteraction({
    claim: { interaction, index: 0, reopen: () => {}, release: () => released++ },
    request: toRequest(),
    fault: undefined,
    timing: 'instant',
    closing: new AbortController().signal,
    file: 'a.yaml',
    onFailure: (error) => failures.push(error),
    judge: {} as Play['judge'],
    ...more,
  })
  return { answer, released, failures }
}

/** The parts of an answer, its body as the texts of its chunks. */
async function show({ answer }: Played): Promise<unknown> {
  if (answer.kind !== 'response') return answer
  const { body, init } = answer
  const chunks: string[] = []
  for await (const chunk of (toBodyInit(body, 'direct') ?? []) as ReadableStream<Uint8Array>)
    chunks.push(new TextDecoder().decode(chunk))
  const { headers, ...rest } = init
  return { ...rest, headers: Object.fromEntries(headers), body: body === null ? null : chunks }
}

const STREAM: readonly HeaderPair[] = [['Content-Type', 'text/event-stream']]

test('plays a stream event by event, with its status, its headers and its length', async () => {
  const interaction = record({
    status: 201,
    statusText: 'Made',
    headers: STREAM,
    body: encode('data: 1\n\ndata: 2\n\n'),
  })
  expect(await show(await play(interaction))).toEqual({
    status: 201,
    statusText: 'Made',
    headers: { 'content-type': 'text/event-stream', 'content-length': '18' },
    body: ['data: 1\n\n', 'data: 2\n\n'],
  })
})

test('a body that is stored compressed is played decompressed', async () => {
  const headers: HeaderPair[] = [
    ['Content-Type', 'application/json'],
    ['Content-Encoding', 'gzip'],
  ]
  const bytes = new Uint8Array(gzipSync('{"a":1}'))
  const expected = {
    status: 200,
    statusText: 'OK',
    headers: { 'content-type': 'application/json', 'content-length': '7' },
    body: ['{"a":1}'],
  }
  expect(await show(await play(record({ headers, body: bytes })))).toEqual(expected)
  expect(await show(await play(record({ headers: headers.slice(0, 1), body: bytes })))).toEqual(expected)
})

test('a body without a content type, or with a redacted one, gets that of its bytes', async () => {
  const typeOf = async (headers: readonly HeaderPair[]): Promise<string | null | undefined> => {
    const { answer } = await play(record({ headers, body: encode('{"a":1}') }))
    return answer.kind === 'response' ? answer.init.headers.get('content-type') : undefined
  }
  expect({
    missing: await typeOf([]),
    redacted: await typeOf([['Content-Type', 'REDACTED']]),
    recorded: await typeOf([['Content-Type', 'text/plain']]),
  }).toEqual({ missing: 'application/json', redacted: 'application/json', recorded: 'text/plain' })
})

test.each([
  [204, 'POST', {}],
  [205, 'POST', { 'content-length': '0' }],
  [304, 'POST', {}],
  [200, 'HEAD', {}],
])('a response of status %s to %s has no body', async (status, method, headers) => {
  const types: HeaderPair[] = [['Content-Type', 'text/plain']]
  const interaction = record({ status, headers: types, body: encode('text'), openEnd: { after: 1 } })
  expect(await show(await play(interaction, { request: toRequest({ method }) }))).toEqual({
    status,
    statusText: 'OK',
    headers: { 'content-type': 'text/plain', ...headers },
    body: null,
  })
})

test('a recording without a response fails like a connection, and names itself', async () => {
  const failed = await play(record({ status: 0 }, { line: 7 }))
  const unnumbered = await play(record({ status: 101 }))
  const causes = [failed, unnumbered].map(({ answer }) => {
    const { error } = answer as { error: Error }
    return [answer.kind, error.name, error.message, (error.cause as Error).message]
  })
  expect(causes).toEqual([
    [
      'network-error',
      'TypeError',
      'fetch failed',
      'The recording of POST https://api.test/v1 on line 7 has no response: its status is 0.',
    ],
    [
      'network-error',
      'TypeError',
      'fetch failed',
      'The recording of POST https://api.test/v1 has no response: its status is 101.',
    ],
  ])
  expect([failed.released, unnumbered.released]).toEqual([0, 0])
})

test('a client that leaves before the response begins releases the interaction, and so does a session that closes', async () => {
  const [gone, closed] = [new Error('gone'), new Error('closed')]
  const left = await play(record({}), { request: toRequest({ signal: AbortSignal.abort(gone) }) })
  const closing = await play(record({}), { closing: AbortSignal.abort(closed) })
  expect([left, closing]).toEqual([
    { answer: { kind: 'network-error', error: gone }, released: 1, failures: [] },
    { answer: { kind: 'network-error', error: closed }, released: 1, failures: [] },
  ])
})

test('a client that leaves during the recorded delay releases the interaction immediately', async () => {
  const waiting = fakeTimers(5_000)
  const client = new AbortController()
  const played = play(record({ duration: 5_000 }), {
    timing: 'recorded',
    request: toRequest({ signal: client.signal }),
  })
  expect(waiting()).toBe(1)
  client.abort(new Error('gone'))
  expect(await played).toEqual({
    answer: { kind: 'network-error', error: new Error('gone') },
    released: 1,
    failures: [],
  })
  expect(waiting()).toBe(0)
})

test('clients that retry are told to wait only if the recorded times are replayed', async () => {
  const interaction = record({ status: 429, headers: [['Retry-After', '20']] })
  const retryAfter = async (timing: Play['timing']): Promise<string | null> => {
    const { answer } = await play(interaction, { timing })
    return answer.kind === 'response' ? answer.init.headers.get('retry-after') : null
  }
  expect([await retryAfter('instant'), await retryAfter('recorded'), await retryAfter({ speed: 1000 })]).toEqual([
    '0',
    '20',
    '20',
  ])
})

test('the response of a JSON-RPC call has the id of the received request', async () => {
  const call = (id: number | string): Uint8Array<ArrayBuffer> =>
    encode(JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/list' }))
  const interaction = (body: Uint8Array<ArrayBuffer>): Interaction => {
    const { request, ...rest } = record({ body: encode('{"jsonrpc":"2.0","id":1,"result":{}}') })
    return { request: { ...request, body }, ...rest }
  }
  const answerTo = async (recorded: Uint8Array<ArrayBuffer>, received: Uint8Array<ArrayBuffer>): Promise<unknown> =>
    ((await show(await play(interaction(recorded), { request: toRequest({ body: received }) }))) as { body: unknown })
      .body
  const batch = (id: number): Uint8Array<ArrayBuffer> => encode(`[${new TextDecoder().decode(call(id))}]`)
  expect({
    another: await answerTo(call(1), call('a-7')),
    same: await answerTo(call(1), call(1)),
    batch: await answerTo(batch(1), batch(2)),
    anotherProtocol: await answerTo(encode('{"id":1}'), encode('{"id":2}')),
  }).toEqual({
    another: ['{"jsonrpc":"2.0","id":"a-7","result":{}}'],
    same: ['{"jsonrpc":"2.0","id":1,"result":{}}'],
    batch: ['{"jsonrpc":"2.0","id":2,"result":{}}'],
    anotherProtocol: ['{"jsonrpc":"2.0","id":1,"result":{}}'],
  })
})

test('an open end has no length, stays open, and fails for a client that reads on', async () => {
  const waiting = fakeTimers(1_500)
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const body = encode('data: 1\n\n')
  const played = await play(record({ headers: STREAM, body, openEnd: { after: 1_000 } }))
  const { answer, failures } = played
  if (answer.kind !== 'response') throw new Error('There is no response.')
  expect(Object.fromEntries(answer.init.headers)).toEqual({ 'content-type': 'text/event-stream' })
  const reader = (toBodyInit(answer.body, 'direct') as ReadableStream<Uint8Array>).getReader()
  const first = reader.read()
  await vi.advanceTimersByTimeAsync(0)
  expect(await first).toEqual({ done: false, value: body })
  const second = reader.read().catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(0)
  expect(waiting()).toBe(1)
  await vi.advanceTimersByTimeAsync(1_500)
  const error = await second
  expect(failures).toEqual([error])
  expect(failures.map(({ code, file }) => ({ code, file }))).toEqual([{ code: 'cassette_open_end', file: 'a.yaml' }])
  vi.restoreAllMocks()
})
