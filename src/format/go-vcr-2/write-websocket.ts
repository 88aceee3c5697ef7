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
    ...(frames.length === 0 ? ['  frames: []'] : ['  frames:', ...frames.map(writeFrame)]),
    ...(close ? [`  close: { from: ${close.from}, code: ${close.code}, reason: ${writeQuoted(close.reason)} }`] : []),
  ]
}

function writeFrame({ from, at, data }: WebSocketFrame): string {
  const payload = typeof data === 'string' ? `text: ${writeQuoted(data)}` : `binary: ${writeBinary(data)}`
  return `  - { from: ${from}, at: ${roundTime(at)}, ${payload} }`
}
