import type { CassetteSession, Interaction } from 'msw-cassette'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium } from '../chromium.ts'
import { startWebSocketServer } from '../start-web-socket-server.ts'
import { type OpenPage, openPage } from './open-page.ts'

/** The parts of the library that the code in the page uses. */
declare const library: typeof import('../../src/index.ts')
declare const browser: {
  setupWorker(...handlers: unknown[]): { start(options: object): Promise<unknown>; stop(): void }
}

/** In the page: plays a cassette of four conversations with both classes, twice as recorded and twice with another frame. */
async function converse() {
  const url = 'wss://api.test/v1/realtime'
  const frames = [
    { from: 'server', at: 0, data: 'hello' },
    { from: 'client', at: 0, data: '{"a":1}' },
    { from: 'server', at: 0, data: Uint8Array.of(1, 2) },
  ] as const
  const close = { from: 'server', code: 4001, reason: 'done' } as const
  const body = new Uint8Array()
  const interaction = {
    request: { method: 'GET', url, headers: [], body },
    response: { status: 101, statusText: '', headers: [], body, websocket: { frames, close } },
  }
  const session = library.openCassette({ format: 'go-vcr-2', interactions: Array(4).fill(interaction) })
  const worker = browser.setupWorker(...session.handlers)
  await worker.start({ quiet: true })
  const talk = (socket: WebSocket, frame: string): Promise<string[]> => {
    socket.binaryType = 'arraybuffer'
    const events: string[] = []
    return new Promise((resolve) => {
      socket.onopen = () => events.push('open')
      socket.onmessage = ({ data }) => {
        events.push(typeof data === 'string' ? data : new Uint8Array(data).join())
        if (data === 'hello') socket.send(frame)
      }
      socket.onerror = (event) => events.push(String(Reflect.get(event, 'message')).split('\n')[0] ?? '')
      socket.onclose = ({ code, reason }) => {
        events.push(`close ${code} ${reason}`)
        resolve(events)
      }
    })
  }
  const both = async (to: string, frame: string): Promise<string[][]> => [
    await talk(new WebSocket(to), frame),
    await talk(new session.WebSocket(to), frame),
  ]
  const played = await both(url, '{ "a": 1 }')
  const count = session.played.length
  const refused = [...(await both(url, '{"a":2}')), ...(await both(`${url}?other`, ''))]
  await session.close()
  worker.stop()
  return { played, count, refused, mismatches: session.mismatches.length }
}

/** In the page: records two conversations with both classes, replays them, and opens three connections that can't be recorded. */
async function record({ url, refusing }: { url: string; refusing: string }) {
  const talk = (socket: WebSocket): Promise<string[]> => {
    socket.binaryType = 'arraybuffer'
    const events: string[] = []
    return new Promise((resolve) => {
      socket.onopen = () => {
        events.push(`open ${socket.protocol}`)
        socket.send('{"api_key":"0123456789abcdef"}')
        socket.send(Uint8Array.of(1, 2))
      }
      socket.onmessage = ({ data }) => {
        events.push(typeof data === 'string' ? data : new Uint8Array(data).join())
        if (data === 'last') socket.close(4000, 'enough')
      }
      socket.onerror = (event) => events.push(String(Reflect.get(event, 'message')))
      socket.onclose = ({ code, reason }) => {
        events.push(`close ${code} ${reason}`)
        resolve(events)
      }
    })
  }
  const open = (mode: 'record' | 'replay', interactions: readonly Interaction[] = []) =>
    library.openCassette(
      { format: 'go-vcr-2', interactions },
      { mode, hosts: [new URL(url).host, new URL(refusing).host] },
    )
  const both = async (session: CassetteSession) => {
    const worker = browser.setupWorker(...session.handlers)
    await worker.start({ quiet: true })
    const protocols = ['chat', 'other']
    const events = [await talk(new WebSocket(url, protocols)), await talk(new session.WebSocket(url, protocols))]
    worker.stop()
    return events
  }
  const recording = open('record')
  const recorded = await both(recording)
  const { WebSocket: WithHeaders } = recording
  const failed = [
    await talk(new recording.WebSocket(refusing)),
    await talk(new WithHeaders(url, { headers: { authorization: 'Bearer a' } } as never)),
  ]
  await recording.close()
  const replay = open('replay', recording.recorded)
  const replayed = await both(replay)
  replay.verify()
  return { recorded, replayed, failed, conversations: recording.recorded.map(({ response }) => response.websocket) }
}

describe.skipIf(!hasChromium).each(['msw', 'msw2'] as const)('in a page with the service worker of %s', (msw) => {
  let opened: OpenPage
  beforeAll(async () => {
    opened = await openPage(msw)
  }, 60_000)
  afterAll(() => opened.close())

  test('a WebSocket is replayed, through the handlers and through the session', async () => {
    const mismatch = ['open', 'hello', 'close 4400 msw-cassette: client frame 1 differs from the recorded one at $.a']
    const unknown = ['No recorded interaction matches GET wss://api.test/v1/realtime?other', 'close 1006 ']
    expect(await opened.page.evaluate(converse)).toEqual({
      played: Array(2).fill(['open', 'hello', '1,2', 'close 4001 done']),
      count: 2,
      refused: [mismatch, mismatch, unknown, unknown],
      mismatches: 4,
    })
  })

  test('a WebSocket is recorded, through the handlers and through the session', async () => {
    await using provider = await startWebSocketServer(
      (socket) => {
        socket.on('message', (data, isBinary) => {
          socket.send(isBinary ? data : `got ${data}`, { binary: isBinary })
          if (isBinary) socket.send('last')
        })
      },
      ({ url }) => (url === '/refused' ? 401 : undefined),
    )
    const refusing = `${provider.url}/refused`
    const { conversations, ...events } = await opened.page.evaluate(record, { url: `${provider.url}/a`, refusing })
    const frames = ['got {"api_key":"0123456789abcdef"}', '1,2', 'last']
    const live = ['open chat', ...frames, 'close 4000 enough']
    expect(events).toEqual({
      recorded: [live, live],
      replayed: Array(2).fill(live.map((event) => event.replace('0123456789abcdef', 'REDACTED'))),
      failed: [
        [
          `The WebSocket ${refusing} did not open: its server can't be reached, or refused it. The console of the browser has the reason, which a page does not see.`,
          'close 1006 ',
        ],
        [
          `A page can't send headers with a WebSocket, and ${provider.url}/a has authorization. Record it in Node, or let the client authenticate in another way, such as with a subprotocol.`,
          'close 1006 ',
        ],
      ],
    })
    expect(conversations.map((each) => [each?.frames.map(({ from }) => from), each?.close])).toEqual(
      Array(2).fill([
        ['client', 'client', 'server', 'server', 'server'],
        { from: 'client', code: 4000, reason: 'enough' },
      ]),
    )
    expect(provider.handshakes).toHaveLength(3)
  })
})
