import { openCassette } from 'msw-cassette'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket as WsClient } from 'ws'
import { buildFrames, REALTIME } from '../build-frames.ts'
import { driveSocket } from '../drive-socket.ts'
import { startMswServer } from './start-msw-server.ts'

const server = startMswServer()

function open(...args: Parameters<typeof openCassette>) {
  const session = openCassette(...args)
  server.use(...session.handlers)
  onTestFinished(() => session.close())
  return session
}

type Connect = (session: ReturnType<typeof openCassette>, url: string, protocols?: string[]) => unknown

const clients: Record<string, Connect> = {
  'the global WebSocket': (_session, url, protocols) => new WebSocket(url, protocols),
  'the ws package': (_session, url, protocols) => new WsClient(url, protocols),
  'session.WebSocket': (session, url, protocols) => new session.WebSocket(url, protocols),
}

const SERVER_CLOSES = { from: 'server', code: 4001, reason: 'done' } as const

test.each(Object.entries(clients))('%s gets the frames that its own frames answer', async (_name, connect) => {
  const session = open(
    buildFrames({
      frames: ['< hello', '> {"a":1,"b":2}', '< {"answer":1}', '< more', '> bye'],
      close: SERVER_CLOSES,
      protocol: 'realtime',
    }),
    { mode: 'replay' },
  )
  const events = await driveSocket(connect(session, REALTIME, ['other', 'realtime']), {
    message(data, socket) {
      if (data === 'hello') socket.send('{ "b": 2, "a": 1 }')
      if (data === 'more') socket.send('bye')
    },
  })
  expect(events).toEqual(['open realtime', '< hello', '< {"answer":1}', '< more', 'close 4001 done'])
  session.verify()
})

test.each(Object.entries(clients))(
  'a fault breaks the connection of %s, and the test controls it',
  async (_name, connect) => {
    const frames = { frames: ['< 1', '< 2'], close: { from: 'server', code: 4001, reason: 'done' } } as const
    const session = open(buildFrames(frames), { mode: 'replay', timing: 'manual', faults: [{ at: 0, cutAfter: 1 }] })
    const broken = driveSocket(connect(session, REALTIME))
    await session.stream(0).rest()
    expect((await broken).filter((event) => !event.startsWith('error'))).toEqual(['open', '< 1', 'close 1006'])
    const whole = driveSocket(connect(session, REALTIME))
    await session.stream(1).next()
    await session.stream(1).rest()
    expect(await whole).toEqual(['open', '< 1', '< 2', 'close 4001 done'])
    session.verify()
  },
)

test.each(Object.entries(clients))('%s is closed when it sends another frame', async (_name, connect) => {
  const session = open(buildFrames({ frames: ['> {"type":"a"}', '< never'] }), { mode: 'replay' })
  const events = await driveSocket(connect(session, REALTIME), { open: (socket) => socket.send('{"type":"b"}') })
  expect(events).toEqual(['open', 'close 4400 msw-cassette: client frame 1 differs from the recorded one at $.type'])
  expect(session.mismatches.map(({ message }) => message)).toMatchInlineSnapshot(`
    [
      "Client frame 1 does not match, it differs from the recorded one: wss://api.test/v1/realtime

      cassette  test.yaml (mode: replay, 0 of 1 played)
      nearest   #0 at test.yaml
        frame   1 difference
          $.type
            recorded  "a"
            received  "b"

      - If the conversation changed on purpose, record the cassette again: MSW_CASSETTE_MODE=record.",
    ]
  `)
  expect(() => session.verify()).toThrow(session.mismatches[0])
})

test.each(Object.entries(clients))('%s does not open a connection that was not recorded', async (_name, connect) => {
  const session = open(buildFrames({ frames: [] }), { mode: 'replay' })
  const events = await driveSocket(connect(session, `${REALTIME}?model=other`))
  expect(session.mismatches).toHaveLength(1)
  expect(events).toEqual([`error ${session.mismatches[0]?.message}`, 'close 1006'])
  expect(() => session.verify()).toThrow(session.mismatches[0])
})
