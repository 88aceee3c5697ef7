import { openCassette } from 'msw-cassette/fetch'
import { expect, test, vi } from 'vitest'
import { buildFrames, REALTIME } from '../../test/build-frames.ts'
import { driveSocket } from '../../test/drive-socket.ts'
import { fakeTimers } from '../../test/fake-timers.ts'
import { CLOSE, openConversation, sendAll } from '../../test/open-conversation.ts'
import { llmDefaults } from '../matcher/llm-defaults.ts'
import { createFetchSession } from '../open/open-fetch-session.ts'
import { runInScope } from '../scope/active-sessions.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'

test('frames that a client sends before they are due are kept until then', async () => {
  const { session, drive } = openConversation(['< 1', '> a', '< 2', '< 3', '> b', '< 4'])
  expect(await drive(sendAll('a', 'b'))).toEqual(['open', '< 1', '< 2', '< 3', '< 4', 'close 1000 end'])
  session.verify()
})

test('frames between two frames of the server can come in any order, if the option allows it', async () => {
  const frames = ['> a', '> b', '> c', '< 1', '> d', '< 2']
  const unordered = openConversation(frames, { match: { frames: 'unordered' } })
  expect(await unordered.drive(sendAll('c', 'a', 'b', 'd'))).toEqual(['open', '< 1', '< 2', 'close 1000 end'])
  unordered.session.verify()
  const across = openConversation(frames, { match: { frames: 'unordered' } })
  expect(await across.drive(sendAll('c', 'a', 'd'))).toEqual([
    'open',
    'close 4400 msw-cassette: client frame 3 differs from the recorded one at $',
  ])
  const ordered = openConversation(frames)
  await ordered.drive(sendAll('b', 'a'))
  expect(ordered.session.mismatches[0]?.advice[0]).toBe(
    "The recording has this frame in another place. If frames between two frames of the server can come in any order: { match: { frames: 'unordered' } }.",
  )
})

test.each<[name: string, options: CassetteOptions, recorded: string, received: string]>([
  ['JSON is compared as JSON', {}, '{"a":1,"b":[2]}', '{ "b": [2.0], "a": 1 }'],
  ['`ignoreBody` applies', { match: { ignoreBody: ['$.id'] } }, '{"id":1,"a":1}', '{"id":2,"a":1}'],
  ['`mask` applies', { match: { mask: [/\d+/] } }, 'at 1', 'at 23'],
  ['`body` applies', { match: { body: 'ignore' } }, 'a', 'b'],
  [
    '`llmDefaults` ignores ids of events and appended audio',
    { match: { normalize: llmDefaults() } },
    '{"event_id":"1","type":"input_audio_buffer.append","audio":"AAAA"}',
    '{"type":"input_audio_buffer.append","audio":"BBBB"}',
  ],
  ['a replaced credential fits any', {}, '{"api_key":"REDACTED"}', '{"api_key":"sk-live-0123456789abcdefghij"}'],
])('%s', async (_name, options, recorded, received) => {
  const { session, drive } = openConversation([`> ${recorded}`], options)
  expect(await drive(sendAll(received))).toEqual(['open', 'close 1000 end'])
  session.verify()
})

test('a text frame does not equal a binary one with the same bytes', async () => {
  const { session, drive } = openConversation(['> {"a":1}'])
  const events = await drive(sendAll(new TextEncoder().encode('{"a":1}')))
  expect(events[1]).toBe('close 4400 msw-cassette: client frame 1 differs from the recorded one at $')
  expect(session.mismatches[0]?.clientFrame).toEqual({ number: 1, recorded: 1 })
})

test('a frame after the last one is a mismatch', async () => {
  const { session, drive } = openConversation(['> a'], {}, { from: 'client', code: 1000, reason: '' })
  expect(await drive(sendAll('a', 'more'))).toEqual([
    'open',
    'close 4400 msw-cassette: client frame 2 was not recorded',
  ])
  expect(session.mismatches[0]?.message.split('\n')[0]).toBe(
    `Client frame 2 does not match, the recorded client sent only 1: ${REALTIME}`,
  )
})

test('a credential in a frame is masked in a mismatch', async () => {
  const { session, drive } = openConversation(['> {"token":"a"}'])
  await drive(sendAll('{"token":"sk-live-0123456789abcdefghij"}'))
  expect(session.mismatches[0]?.message).not.toContain('0123456789')
})

test('a conversation whose client left early is not finished', async () => {
  const { session, drive } = openConversation(['> a', '< 1', '> b', '> c'])
  const events = await drive({ ...sendAll('a'), message: (_data, socket) => socket.close() })
  expect(events).toEqual(['open', '< 1', 'close 1005'])
  expect(session.unplayed).toEqual(session.cassette.interactions)
  expect(session.played).toEqual([])
  expect(() => session.verify()).toThrow(
    `A WebSocket conversation of test.yaml did not finish:\n  GET ${REALTIME}: 1 of 3 frames of the client came\n`,
  )
  session.rewind()
  expect(session.unplayed).toHaveLength(1)
  const ignored = openConversation(['> a'], { onUnplayed: 'ignore' })
  await ignored.drive({ open: (socket) => socket.close() })
  ignored.session.verify()
})

test('a client can leave before it has received everything', async () => {
  const { session, drive } = openConversation(['> a', '< 1', '< 2', '< 3'])
  const events = await drive({ ...sendAll('a'), message: (_data, socket) => socket.close(1000) })
  expect(events).toEqual(['open', '< 1', 'close 1000'])
  session.verify()
})

test('a connection without a recorded close stays open until the session is closed', async () => {
  const session = openCassette(buildFrames({ frames: ['< 1'] }), { mode: 'replay' })
  const socket = new session.WebSocket(REALTIME)
  const events = driveSocket(socket, { message: () => void session.close() })
  expect(await events).toEqual(['open', '< 1', 'close 1001 The session of msw-cassette was closed.'])
  session.verify()
})

test('connections to one URL get its recordings in order, and their frames do not mix', async () => {
  const frames = (name: string): string[] => [`< ${name}1`, '> ask', `< ${name}2`]
  const cassette = buildFrames({ frames: frames('a'), close: CLOSE }, { frames: frames('b'), close: CLOSE })
  const session = openCassette(cassette, { mode: 'replay' })
  const drive = (): Promise<string[]> =>
    driveSocket(new session.WebSocket(REALTIME), {
      message: (data, socket) => (String(data).endsWith('1') ? socket.send('ask') : undefined),
    })
  expect(await Promise.all([drive(), drive()])).toEqual([
    ['open', '< a1', '< a2', 'close 1000 end'],
    ['open', '< b1', '< b2', 'close 1000 end'],
  ])
  session.verify()
  expect((await drive())[0]).toMatch(/^error Already played \(2 of 2\), and requested again: GET wss:/)
})

test('frames arrive at their recorded times', async () => {
  fakeTimers(10)
  const { drive } = openConversation(['< 1', '< 2', '< 3'], { timing: 'recorded' })
  const arrivals: number[] = []
  const events = drive({ message: () => void arrivals.push(Date.now()) })
  for (let index = 0; index < 30; index++) await vi.advanceTimersByTimeAsync(1)
  await events
  expect(arrivals.map((time) => time - (arrivals[0] ?? 0))).toEqual([0, 10, 20])
})

test('a function of the options that throws closes the connection, and fails the test', async () => {
  const normalize = ({ request }: { request: { body: unknown } }): void => {
    if (request.body !== null) throw new Error('broken')
  }
  const { session, drive } = openConversation(['> a'], { match: { normalize } })
  expect(await drive(sendAll('a'))).toEqual(['open', 'close 1011 msw-cassette: broken'])
  expect(() => session.verify()).toThrow('broken')
})

test('`clock` shows the time of the recording while frames are replayed', async () => {
  const { interactions, ...cassette } = buildFrames({ frames: ['< 1'], close: CLOSE })
  const recordedAt = new Date('2026-01-02T03:04:05Z')
  const dated = { ...cassette, interactions: interactions.map((each) => ({ ...each, recordedAt })) }
  const session = createFetchSession({ source: dated, options: { mode: 'replay', clock: true }, saving: 'deferred' })
  const times: string[] = []
  const now = (): void => void times.push(new Date().toISOString().slice(0, 10))
  await runInScope(session, () => driveSocket(new session.WebSocket(REALTIME), { open: now, message: now }))
  await session.close()
  expect(times).toEqual(['2026-01-02', '2026-01-02'])
})
