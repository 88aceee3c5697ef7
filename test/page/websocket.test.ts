import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium } from '../chromium.ts'
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
})
