import { openCassette } from 'msw-cassette/fetch'
import { expect, onTestFinished, test } from 'vitest'
import { buildFrames, REALTIME } from '../../test/build-frames.ts'
import { driveSocket, type Script } from '../../test/drive-socket.ts'
import { openConversation, sendAll } from '../../test/open-conversation.ts'
import { startWebSocketServer } from '../../test/start-web-socket-server.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'

const manual: CassetteOptions = { timing: 'manual' }

/** Collects the messages as they arrive, and sends a frame at the first one. */
function collect(messages: unknown[], frame: string): Script {
  return {
    message(data, socket, count) {
      messages.push(data)
      if (count === 1) socket.send(frame)
    },
  }
}

test('the test lets the frames through one by one, and the close follows the last one', async () => {
  const { session, drive } = openConversation(['< 1', '> a', '< 2', '< 3', '< 4'], manual)
  const messages: unknown[] = []
  const ended = drive(collect(messages, 'a'))
  const stream = session.stream(0)
  await stream.next()
  expect(messages).toEqual(['1'])
  await stream.next(2)
  expect(messages).toEqual(['1', '2', '3'])
  await stream.rest()
  expect(await ended).toEqual(['open', '< 1', '< 2', '< 3', '< 4', 'close 1000 end'])
  session.verify()
  await expect(stream.next()).rejects.toThrow(
    'next() of stream(0) of test.yaml had no effect: it ended after 4 frames.',
  )
})

test('the test breaks the connection, or its client leaves, and connections have streams of their own', async () => {
  const conversation = { frames: ['< 1', '< 2'] }
  const session = openCassette(buildFrames(conversation, conversation), { mode: 'replay', ...manual })
  const drive = (script?: Script) => driveSocket(new session.WebSocket(REALTIME), script)
  const broken = drive()
  await session.stream(0).next()
  await session.stream(0).fail()
  expect(await broken).toEqual(['open', '< 1', 'close 1006'])
  const left = drive({ message: (_data, socket, count) => void (count === 2 && socket.close(1000)) })
  await session.stream(1).rest()
  expect(await left).toEqual(['open', '< 1', '< 2', 'close 1000'])
  session.verify()
})

test('a wrong frame and the end of the session close the connection immediately', async () => {
  const wrong = openConversation(['> a', '< 1'], manual)
  expect((await wrong.drive(sendAll('b')))[1]).toMatch(/^close 4400 /)
  const { session, drive } = openConversation(['< 1', '< 2'], manual)
  const ended = drive({ message: () => void session.close() })
  await session.stream(0).next()
  expect(await ended).toEqual(['open', '< 1', 'close 1001 The session of msw-cassette was closed.'])
})

test('a test that waits in vain, or forgets its client, gets an error, and does not hang', async () => {
  const idle = openConversation(['< 1', '> a', '< 2'], manual)
  void idle.drive()
  const forgotten = openConversation(['< 1', '< 2'], manual)
  const ended = forgotten.drive()
  await forgotten.session.stream(0).next()
  await expect(idle.session.stream(0).next(2)).rejects.toThrow(
    'next(2) of stream(0) of test.yaml had no effect: nothing has happened for 4 s, after 1 frame. Let the client send the frame that is due, or close the connection.',
  )
  expect(() => idle.session.verify()).toThrow('The test ended while stream(0) of test.yaml was open, after 1 frame.')
  expect(await ended).toEqual(['open', '< 1', 'close 1006'])
  expect(() => forgotten.session.verify()).toThrow(
    'The client has waited for 4 s for the next event of stream(0) of test.yaml, after 1 frame.',
  )
})

test('a test lets the frames of a real server through too, and they are recorded', async () => {
  await using provider = await startWebSocketServer((socket) => {
    for (const text of ['1', '2']) socket.send(text)
    socket.on('message', () => {
      socket.send('3')
      socket.close(1000, 'end')
    })
  })
  const session = openCassette(
    { format: 'go-vcr-2', interactions: [] },
    { mode: 'record', hosts: [provider.host], ...manual },
  )
  onTestFinished(() => session.close())
  const messages: unknown[] = []
  const ended = driveSocket(new session.WebSocket(provider.url), collect(messages, 'a'))
  const stream = session.stream(0)
  await stream.next()
  expect(messages).toEqual(['1'])
  await stream.rest()
  expect(await ended).toEqual(['open', '< 1', '< 2', '< 3', 'close 1000 end'])
  await session.save()
  expect(session.recorded[0]?.response.websocket?.frames.map(({ data }) => data).sort()).toEqual(['1', '2', '3', 'a'])
})
