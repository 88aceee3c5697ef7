import { expect, test, vi } from 'vitest'
import { captureBody } from './capture-body.ts'
import type { Transport } from './replay-stream.ts'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const EVENTS = { 'content-type': 'text/event-stream' }

/** Captures the body of a response that the test writes, and that a client reads. */
function capture(headers: Record<string, string> = EVENTS, transport: Transport = 'direct') {
  let upstream: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined
  let cancelled: unknown
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      upstream = controller
    },
    cancel(reason) {
      cancelled = reason
    },
  })
  const client = new AbortController()
  const abortController = new AbortController()
  const response = new Response(source, { headers })
  const { stream, captured, soFar, endNow } = captureBody({
    response,
    client: client.signal,
    abortController,
    transport,
  })
  const reader = (stream as ReadableStream<Uint8Array>).getReader()
  return {
    client,
    abortController,
    captured,
    soFar: () => decode(soFar()),
    endNow,
    cancelled: () => cancelled,
    reader,
    read: async () => decode((await reader.read()).value),
    write: (text: string) => upstream?.enqueue(encode(text)),
    end: () => upstream?.close(),
    fail: (error: Error) => upstream?.error(error),
  }
}

test('the client gets each chunk as it arrives, and the capture has all of them with their times', async () => {
  const { write, end, read, reader, captured, soFar } = capture()
  write('data: 1\n\n')
  expect(await read()).toBe('data: 1\n\n')
  expect(soFar()).toBe('data: 1\n\n')
  write('data: 22\n\n')
  expect(await read()).toBe('data: 22\n\n')
  end()
  expect(await reader.read()).toEqual({ done: true, value: undefined })
  const body = await captured
  expect(decode(body?.bytes)).toBe('data: 1\n\ndata: 22\n\n')
  expect(body?.chunks.map(({ size }) => size)).toEqual([9, 10])
  const [first = 0, second = 0] = body?.chunks.map(({ time }) => time) ?? []
  expect(first).toBeLessThanOrEqual(second)
  expect(body?.openEnd).toBeUndefined()
})

test('the first chunk reaches a client of MSW 2 in a later turn of the event loop, when the client has sent its request', async () => {
  const arrivals = async (transport: Transport): Promise<string[]> => {
    const { write, read } = capture(EVENTS, transport)
    const seen: string[] = []
    write('data: 1\n\n')
    const arrival = read().then((text) => seen.push(text))
    for (let turns = 1; turns <= 3; turns++) {
      await turn()
      seen.push(`turn ${turns}`)
    }
    await arrival
    return seen
  }
  expect(await arrivals('direct')).toEqual(['data: 1\n\n', 'turn 1', 'turn 2', 'turn 3'])
  expect(await arrivals('msw2')).toEqual(['turn 1', 'data: 1\n\n', 'turn 2', 'turn 3'])
})

test('a body that is ended without waiting has an open end, and one that the network ended does not', async () => {
  const open = capture()
  open.write('data: 1\n\n')
  await open.read()
  const body = open.endNow()
  expect([decode(body?.bytes), body?.openEnd]).toEqual(['data: 1\n\n', { after: expect.any(Number) }])
  expect(await open.captured).toBe(body)
  const complete = capture()
  complete.write('a')
  complete.end()
  const captured = await complete.captured
  expect([complete.endNow(), captured?.openEnd]).toEqual([captured, undefined])
  const failed = capture()
  failed.fail(new Error('reset'))
  expect([await failed.captured, failed.endNow()]).toEqual([undefined, undefined])
})

test('a body that nobody reads is captured', async () => {
  const { write, end, captured } = capture()
  write('a')
  end()
  expect(decode((await captured)?.bytes)).toBe('a')
})

test('a chunk that the client overwrites is captured as it arrived', async () => {
  const { write, end, reader, captured } = capture()
  write('secret')
  const { value } = await reader.read()
  value?.fill(0)
  end()
  expect(decode((await captured)?.bytes)).toBe('secret')
})

test('a response without a body is captured as an empty one', async () => {
  const response = new Response(null, { status: 204 })
  const { stream, captured, soFar } = captureBody({
    response,
    client: new AbortController().signal,
    abortController: new AbortController(),
    transport: 'direct',
  })
  expect({ stream, body: await captured, soFar: soFar().length }).toEqual({
    stream: null,
    body: { bytes: new Uint8Array(), chunks: [] },
    soFar: 0,
  })
})

test('only on a socket, the first chunk is empty: it sends the headers', async () => {
  const { read, end } = capture(EVENTS, 'socket')
  expect(await read()).toBe('')
  end()
  const direct = capture()
  direct.write('a')
  expect(await direct.read()).toBe('a')
})

test('a failed network fails the client, and nothing is captured', async () => {
  const { write, fail, read, captured } = capture()
  write('a')
  expect(await read()).toBe('a')
  const failed = expect(read()).rejects.toThrow('reset')
  fail(new Error('reset'))
  await failed
  expect(await captured).toBeUndefined()
})

test.each(['cancels', 'aborts'] as const)(
  'a client that %s an endless stream ends the exchange, and the bytes so far are an open end',
  async (how) => {
    const { write, read, reader, client, abortController, captured } = capture()
    write('data: 1\n\n')
    await read()
    if (how === 'cancels') await reader.cancel('left')
    else client.abort(new Error('left'))
    const body = await captured
    expect({ aborted: abortController.signal.aborted, text: decode(body?.bytes), openEnd: body?.openEnd }).toEqual({
      aborted: true,
      text: 'data: 1\n\n',
      openEnd: { after: expect.any(Number) },
    })
    if (how === 'aborts') await expect(reader.read()).rejects.toThrow('left')
  },
)

test('a client that leaves after the last event leaves a whole recording', async () => {
  const { write, end, read, reader, abortController, captured } = capture()
  write('data: 1\n\ndata: [DONE]\n\n')
  await read()
  await reader.cancel()
  await turn()
  write('\n')
  end()
  const body = await captured
  expect({ aborted: abortController.signal.aborted, text: decode(body?.bytes), openEnd: body?.openEnd }).toEqual({
    aborted: false,
    text: 'data: 1\n\ndata: [DONE]\n\n\n',
    openEnd: undefined,
  })
})

test('the rest of a body that is about to end is not awaited forever', async () => {
  const { write, read, reader, abortController, captured } = capture()
  write('data: [DONE]\n\n')
  await read()
  await reader.cancel()
  expect(abortController.signal.aborted).toBe(false)
  expect((await captured)?.openEnd).toEqual({ after: expect.any(Number) })
  expect(abortController.signal.aborted).toBe(true)
})

test('a client that leaves before the first byte of a stream ends the exchange as soon as the kind of body is known', async () => {
  const { client, write, abortController, captured } = capture({})
  client.abort()
  await turn()
  expect(abortController.signal.aborted).toBe(false)
  write('data: 1\n\n')
  expect(decode((await captured)?.bytes)).toBe('data: 1\n\n')
  expect(abortController.signal.aborted).toBe(true)
})

test('a closed session ends the exchange for the client and for the network', async () => {
  const { write, read, abortController, captured, cancelled } = capture()
  write('a')
  await read()
  const failed = expect(read()).rejects.toThrow('closed')
  abortController.abort(new Error('closed'))
  await failed
  expect((await captured)?.openEnd).toEqual({ after: expect.any(Number) })
  expect(cancelled()).toEqual(new Error('closed'))
})

test('signals that have aborted before the capture end it', async () => {
  const { client, abortController } = {
    client: AbortSignal.abort(new Error('gone')),
    abortController: new AbortController(),
  }
  const { stream, captured } = captureBody({
    response: new Response(new ReadableStream(), { headers: EVENTS }),
    client,
    abortController,
    transport: 'direct',
  })
  await expect(stream?.getReader().read()).rejects.toThrow('gone')
  expect(decode((await captured)?.bytes)).toBe('')
})

test('nothing listens to the signals after the body has ended', async () => {
  const { client, abortController, end, captured } = capture()
  const removed = [client.signal, abortController.signal].map((signal) => vi.spyOn(signal, 'removeEventListener'))
  end()
  await captured
  expect(removed.map(({ mock }) => mock.calls.map(([type]) => type))).toEqual([['abort'], ['abort']])
})
