import { expect, test } from 'vitest'
import { buildCassette, CHAT } from '../../test/build-cassette.ts'
import { createFetchSession } from '../open/open-fetch-session.ts'

const open = () =>
  createFetchSession({
    source: buildCassette({ response: 'data: O\n\ndata: l\n\n', type: 'text/event-stream' }),
    options: { mode: 'replay', timing: 'manual' },
    saving: 'deferred',
  })

test('a test and a client that wait in vain get errors that explain it, and do not hang', async () => {
  const [forgotten, unsent] = [open(), open()]
  const unread = open()
  await unread.fetch(CHAT)
  const text = (await forgotten.fetch(CHAT)).text()
  const waits = [text, unsent.stream(3).next(), unread.stream(0).next()]
  await forgotten.stream(0).next()
  const [client, call, delivery] = await Promise.allSettled(waits)
  const sentence =
    'The client has waited for 4 s for the next event of stream(0) of test.yaml, after 1 event. Let it end with rest(), or break it with ' +
    'fail().'
  expect({ client, call, delivery }).toEqual({
    client: { status: 'rejected', reason: expect.objectContaining({ message: sentence }) },
    call: {
      status: 'rejected',
      reason: expect.objectContaining({
        message:
          'next() of stream(3) of test.yaml had no effect: it has not begun after 4 s. Send its request first, without awaiting the end of ' +
          'the answer.',
      }),
    },
    delivery: {
      status: 'rejected',
      reason: expect.objectContaining({
        message: 'next(1) of stream(0) of test.yaml had no effect: its client has not read on for 4 s, after 0 events.',
      }),
    },
  })
  expect(() => forgotten.verify()).toThrow(sentence)
})

test('a session without a request is verified as usual', () => {
  const session = open()
  session.rewind()
  expect(() => session.verify()).toThrow('1 of 1 interactions')
})

test('a session that is closed or rewound has no open streams', async () => {
  const session = open()
  const reading = (await session.fetch(CHAT)).text()
  session.end()
  await expect(reading).rejects.toThrow('was closed')
  await expect(session.stream(0).next()).rejects.toThrow('its client left after 0 events')
  const again = open()
  await again.fetch(CHAT)
  again.rewind()
  await again.fetch(CHAT).then(async (response) => {
    const text = response.text()
    await again.stream(0).rest()
    expect(await text).toBe('data: O\n\ndata: l\n\n')
  })
  again.verify()
})

test('rest() also ends when the client leaves, as SDKs do after the last event that they need', async () => {
  const session = open()
  const { body } = await session.fetch(CHAT)
  const reader = body?.getReader()
  const reading = reader?.read().then(() => reader.cancel())
  await session.stream(0).rest()
  await reading
  session.verify()
})
