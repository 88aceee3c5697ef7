import { openCassette } from 'msw-cassette/fetch'
import { expect, onTestFinished, test } from 'vitest'
import { buildFrames, REALTIME } from '../../test/build-frames.ts'
import { driveSocket } from '../../test/drive-socket.ts'

function open(...frames: string[]) {
  const session = openCassette(
    buildFrames({ frames, close: { from: 'server', code: 1000, reason: '' }, protocol: 'realtime' }),
    { mode: 'replay', onUnplayed: 'ignore' },
  )
  onTestFinished(() => session.close())
  return session
}

test('it has the constants, the members and the handlers of the standard class', async () => {
  const { WebSocket } = open('< hi')
  const socket = new WebSocket(new URL('https://api.test/v1/realtime'), ['other', 'realtime'])
  const states = [WebSocket.CONNECTING, WebSocket.OPEN, WebSocket.CLOSING, WebSocket.CLOSED]
  expect(states).toEqual([socket.CONNECTING, socket.OPEN, socket.CLOSING, socket.CLOSED])
  const { url, protocol, extensions, binaryType, bufferedAmount, readyState, onopen } = socket
  expect({ url, protocol, extensions, binaryType, bufferedAmount, readyState, onopen }).toEqual({
    url: REALTIME,
    protocol: '',
    extensions: '',
    binaryType: 'blob',
    bufferedAmount: 0,
    readyState: 0,
    onopen: null,
  })
  const events: string[] = []
  const replaced = (): void => void events.push('replaced')
  socket.onmessage = replaced
  expect(socket.onmessage).toBe(replaced)
  socket.onmessage = ({ data, origin }) => void events.push(`${data} from ${origin}, ${socket.readyState}`)
  socket.onopen = () => void events.push(`open ${socket.protocol}`)
  await new Promise((resolve) => {
    socket.onclose = resolve
  })
  expect([...events, socket.readyState]).toEqual(['open realtime', 'hi from wss://api.test, 1', 3])
})

test.each<[why: string, args: unknown[], name: string]>([
  ['a URL that is none', ['nowhere'], 'SyntaxError'],
  ['another scheme', ['ftp://api.test'], 'SyntaxError'],
  ['a fragment', ['wss://api.test/#a'], 'SyntaxError'],
  ['a subprotocol that is no token', ['wss://api.test', 'a b'], 'SyntaxError'],
  ['a subprotocol twice', ['wss://api.test', ['a', 'a']], 'SyntaxError'],
])('%s is refused', (_why, args, name) => {
  const { WebSocket } = open()
  expect(() => Reflect.construct(WebSocket, args)).toThrow(expect.objectContaining({ name }))
})

test('it refuses to send before it is open, and invalid closes', async () => {
  const socket = new (open('> a').WebSocket)(REALTIME)
  expect(() => socket.send('a')).toThrow(expect.objectContaining({ name: 'InvalidStateError' }))
  expect(() => socket.close(1001)).toThrow(expect.objectContaining({ name: 'InvalidAccessError' }))
  expect(() => socket.close(1000, 'é'.repeat(62))).toThrow(expect.objectContaining({ name: 'SyntaxError' }))
  socket.close()
  expect(await driveSocket(socket)).toEqual(['error The WebSocket was closed before it was open.', 'close 1006'])
})

test('all kinds of data are sent in order, as they were when `send` was called', async () => {
  const session = open('> a', '> b', '> c', '> d', '< done')
  const binary = (frame: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(frame)
  const [interaction] = session.cassette.interactions
  const frames = interaction?.response.websocket?.frames ?? []
  Object.assign(frames[1] ?? {}, { data: binary('b') })
  Object.assign(frames[2] ?? {}, { data: binary('c') })
  const bytes = binary('c')
  const events = await driveSocket(new session.WebSocket(REALTIME), {
    open(socket) {
      const standard = socket as unknown as WebSocket
      standard.send('a')
      standard.send(new Blob(['b']))
      standard.send(bytes.buffer)
      bytes.fill(0)
      standard.send('d')
    },
  })
  expect(events).toEqual(['open', '< done', 'close 1000'])
})

test('binary data arrives as the client wants it', async () => {
  const session = open('< x')
  Object.assign(session.cassette.interactions[0]?.response.websocket?.frames[0] ?? {}, { data: Uint8Array.of(1, 2) })
  const socket = new session.WebSocket(REALTIME)
  const data = await new Promise<unknown>((resolve) => {
    socket.onmessage = (event) => resolve(event.data)
  })
  expect(data).toBeInstanceOf(Blob)
  expect(new Uint8Array(await (data as Blob).arrayBuffer())).toEqual(Uint8Array.of(1, 2))
})

test('a function of the options sees the headers that a client passes, in both places', async () => {
  const seen: unknown[] = []
  const session = openCassette(buildFrames({ frames: [] }, { frames: [] }), {
    mode: 'replay',
    passthrough: ({ headers }) => {
      seen.push([
        new Headers(headers as Headers).get('authorization'),
        new Headers(headers as Headers).get('sec-websocket-protocol'),
      ])
      return false
    },
  })
  const headers = { Authorization: 'Bearer x' }
  for (const args of [[{ headers, protocols: ['a'] }], [['a', 'b'], { headers }], [undefined, { headers }]])
    Reflect.construct(session.WebSocket, [REALTIME, ...args])
  await new Promise((resolve) => setImmediate(resolve))
  expect(seen).toEqual([
    ['Bearer x', 'a'],
    ['Bearer x', 'a, b'],
    ['Bearer x', null],
  ])
  await session.close()
})

test('a closed session opens nothing', async () => {
  const session = open()
  await session.close()
  expect(await driveSocket(new session.WebSocket(REALTIME))).toEqual([
    'error The session of test.yaml was closed.',
    'close 1006',
  ])
})

/** As the AI SDK declares its option `webSocket`. */
type ClientClass = new (
  url: string | URL,
  protocols?: string | string[],
  options?: { headers?: Record<string, string | undefined> },
) => { send(data: string | ArrayBuffer | Uint8Array): void; onopen: ((event: unknown) => void) | null }

test('it has the types of the standard class and of SDKs, and sends views of shared memory', async () => {
  const session = openCassette(buildFrames({ frames: [{ from: 'client', at: 0, data: Uint8Array.of(1, 2) }] }))
  onTestFinished(() => session.close())
  const Standard: typeof globalThis.WebSocket = session.WebSocket
  const OfSdk: ClientClass = session.WebSocket
  expect(OfSdk).toBe(Standard)
  const socket = new Standard(REALTIME)
  const shared = new Uint8Array(new SharedArrayBuffer(2))
  shared.set([1, 2])
  await driveSocket(socket, {
    open(client) {
      client.send(shared)
      client.close(1000)
    },
  })
  session.verify()
})
