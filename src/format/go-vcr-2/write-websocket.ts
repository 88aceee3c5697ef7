import type { WebSocketConversation, WebSocketFrame } from '../../cassette.ts'
import { roundTime } from '../round-time.ts'
import { writeBinary, writeQuoted } from '../yaml-writer/yaml-text.ts'

/**
 * Writes the key `websocket` of a response: one line for each frame, so that a diff shows frames.
 *
 * @returns whole lines, without indentation
 */
export function writeWebSocket({ frames, close }: WebSocketConversation): string[] {
  return [
    'websocket:',
    ...(frames.length === 0 ? ['  frames: []'] : ['  frames:', ...writeFrames(frames)]),
    ...(close ? [`  close: { from: ${close.from}, code: ${close.code}, reason: ${writeQuoted(close.reason)} }`] : []),
  ]
}

/** A reader refuses times that go backwards. A hook can have moved a frame. */
function writeFrames(frames: readonly WebSocketFrame[]): string[] {
  let last = 0
  return frames.map(({ from, at, data }) => {
    last = Math.max(last, roundTime(at) || 0)
    const payload = typeof data === 'string' ? `text: ${writeQuoted(data)}` : `binary: ${writeBinary(data)}`
    return `  - { from: ${from}, at: ${last}, ${payload} }`
  })
}
