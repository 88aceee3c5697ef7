import { setImmediate } from 'node:timers/promises'
import { setupServer } from 'msw/node'
import { listenOptions, openCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { WebSocket as WsClient } from 'ws'
import { buildFrames, REALTIME } from '../build-frames.ts'
import { driveSocket, type Script } from '../drive-socket.ts'

type Closable = { close(): unknown }

const ROUNDS = [1, 2, 3]
const ask: Script = {
  open: (socket) => socket.send('hi'),
  message: (_data, socket) => socket.close(1000),
}
const conversation = { frames: ['> hi', '< hello'] }
const cassette = () => buildFrames(...ROUNDS.flatMap(() => [conversation, conversation]))

async function askBoth(): Promise<string[][]> {
  return [await driveSocket(new WsClient(REALTIME), ask), await driveSocket(new WebSocket(REALTIME), ask)]
}

const answers = [
  ['open', '< hello', 'close 1000'],
  ['open', '< hello', 'close 1000'],
]

function open() {
  const session = openCassette(cassette(), { mode: 'replay', onUnplayed: 'ignore' })
  const server = setupServer(...session.handlers)
  server.listen(listenOptions)
  return { session, server }
}

test.each<[order: string, close: (session: Closable, server: Closable) => Promise<void>]>([
  [
    'before its server',
    async (session, server) => {
      await session.close()
      server.close()
    },
  ],
  [
    'after its server',
    async (session, server) => {
      server.close()
      await session.close()
    },
  ],
])('the next session answers all WebSockets if one is closed %s', async (_order, close) => {
  for (const _round of ROUNDS) {
    const { session, server } = open()
    expect(await askBoth()).toEqual(answers)
    await close(session, server)
  }
})

test('a session answers all WebSockets if its server is closed and started again', async () => {
  const { session, server } = open()
  for (const round of ROUNDS) {
    if (round > 1) server.listen(listenOptions)
    expect(await askBoth()).toEqual(answers)
    server.close()
  }
  await session.close()
  session.verify()
})

test('a server answers the WebSockets of each session that is opened while it listens', async () => {
  const server = setupServer()
  server.listen(listenOptions)
  for (const _round of ROUNDS) {
    const session = openCassette(cassette(), { mode: 'replay', onUnplayed: 'ignore' })
    server.use(...session.handlers)
    expect(await askBoth()).toEqual(answers)
    await session.close()
    server.resetHandlers()
  }
  server.close()
})

test('`listenOptions` alone ends the connections that no handler answers', async () => {
  const server = setupServer()
  server.listen(listenOptions)
  const refused = (name: string) => [
    `error No handler answers the WebSocket wss://${name}.test/, and connections don't reach the network by accident.`,
    'close 1006',
  ]
  const { dispatchEvent } = EventTarget.prototype
  const names = ['a', 'b', 'c']
  // MSW reports them in any order.
  const sockets = names.map((name) => driveSocket(new WebSocket(`wss://${name}.test/`)))
  expect(await Promise.all(sockets)).toEqual(names.map(refused))
  await setImmediate()
  expect(EventTarget.prototype.dispatchEvent).toBe(dispatchEvent)
  server.close()
})
