import { once } from 'node:events'
import type { Cassette } from 'msw-cassette'
import type { WebSocket as WsClient } from 'ws'
import type { WebSocketFrame } from '../src/cassette.ts'
import { buildFrames } from './build-frames.ts'

const FRAMES = 96
const FRAME_BYTES = 512 * 1024

/** Less than half of all frames: more than the buffers of the system and of `ws` hold. */
export const FEW_FRAMES = 40

/** The numbers of the frames. */
export const LARGE_FRAMES: readonly number[] = Array.from({ length: FRAMES }, (_, index) => index)

/** The data of a large frame, whose bytes are all its number. */
export const frameData = (index: number): Uint8Array<ArrayBuffer> => new Uint8Array(FRAME_BYTES).fill(index)

/** A cassette of many large frames, which counts those that the replay has read. */
export function buildLargeConversation(url: string): { readonly cassette: Cassette; readonly read: () => number } {
  let read = 0
  const frames = LARGE_FRAMES.map((index): WebSocketFrame => {
    return {
      from: 'server',
      at: 0,
      get data() {
        read = Math.max(read, index + 1)
        return frameData(index)
      },
    }
  })
  const close = { from: 'server', code: 1000, reason: 'end' } as const
  return { cassette: buildFrames({ url, frames, close }), read: () => read }
}

/** The result of a client that reads late. */
export interface LateReader {
  /** How far the sender came before the client read. */
  readonly early: number
  /** The numbers of the large frames that it received; -1 for one that is not complete. */
  readonly frames: readonly number[]
  readonly close: string
}

/** Reads nothing until the sender waits, and then everything. */
export async function readLate(client: WsClient, sent: () => number): Promise<LateReader> {
  const frames: number[] = []
  client.on('message', (data: Buffer) => void frames.push(data.length === FRAME_BYTES ? (data[0] ?? -1) : -1))
  await once(client, 'open')
  client.pause()
  const early = await settle(sent)
  client.resume()
  const [code, reason] = await once(client, 'close')
  return { early, frames, close: `${code} ${reason}` }
}

/** Waits until a number has stopped growing. */
async function settle(count: () => number): Promise<number> {
  for (let before = -1, equal = 0; equal < 20; before = count()) {
    await new Promise((resolve) => setTimeout(resolve, 5))
    equal = count() === before ? equal + 1 : 0
  }
  return count()
}
