import { type Cassette, type CassetteOptions, type CassetteSession, openCassette } from 'msw-cassette'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket as WsClient } from 'ws'
import { REALTIME } from '../build-frames.ts'
import { buildLargeConversation, FEW_FRAMES, frameData, LARGE_FRAMES, readLate } from '../large-conversation.ts'
import { startWebSocketServer } from '../start-web-socket-server.ts'
import { startMswServer } from './start-msw-server.ts'

const server = startMswServer()

function open(source: Cassette, options: CassetteOptions): CassetteSession {
  const session = openCassette(source, options)
  server.use(...session.handlers)
  onTestFinished(() => session.close())
  return session
}

test('a replay waits for a slow client of the package ws, and loses nothing', async () => {
  const { cassette, read } = buildLargeConversation(REALTIME)
  const session = open(cassette, { mode: 'replay' })
  const { early, ...rest } = await readLate(new WsClient(REALTIME), read)
  expect(early).toBeGreaterThan(0)
  expect(early).toBeLessThan(FEW_FRAMES)
  expect(rest).toEqual({ frames: LARGE_FRAMES, close: '1000 end' })
  session.verify()
})

test('without a cassette, the real server waits for a slow client', async () => {
  let sent = 0
  await using provider = await startWebSocketServer(async (socket) => {
    for (const index of LARGE_FRAMES) {
      await new Promise((resolve) => socket.send(frameData(index), resolve))
      sent++
    }
    socket.close(1000, 'end')
  })
  open({ format: 'go-vcr-2', interactions: [] }, { mode: 'passthrough', hosts: [provider.host] })
  const { early, ...rest } = await readLate(new WsClient(provider.url), () => sent)
  expect(early).toBeLessThan(FEW_FRAMES)
  expect(rest).toEqual({ frames: LARGE_FRAMES, close: '1000 end' })
})

test('a replay reads the frames for the global WebSocket one by one', async () => {
  const { cassette, read } = buildLargeConversation(REALTIME)
  open(cassette, { mode: 'replay' })
  const socket = new WebSocket(REALTIME)
  socket.binaryType = 'arraybuffer'
  const ahead: number[] = []
  const frames: number[] = []
  socket.onmessage = ({ data }) => {
    ahead.push(read() - frames.length)
    frames.push(new Uint8Array(data)[0] ?? -1)
  }
  await new Promise((resolve) => {
    socket.onclose = resolve
  })
  expect({ frames, ahead: Math.max(...ahead) }).toEqual({ frames: LARGE_FRAMES, ahead: 1 })
})
