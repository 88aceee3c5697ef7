import type { WebSocketConversation, WebSocketFrame } from '../cassette.ts'
import type { FrameData } from '../http/web-socket-end.ts'
import { refuseOption } from '../options/checks.ts'
import { damageEvent } from './damage-event.ts'
import type { FaultPosition, PlannedFault } from './fault.ts'

/** A conversation with a fault. */
export interface DamagedConversation {
  readonly conversation: WebSocketConversation
  /** Whether the server sends nothing after the last frame, and ignores its client. */
  readonly ending: 'stall' | undefined
}

/** The codes of a connection that broke, and of a server that is done: RFC 6455, section 7.4.1. */
const CLOSE_CODES = { reset: 1006, end: 1000 } as const

/**
 * Adds a fault to the frames of a server. Faults that do not change them leave the conversation as it is.
 *
 * @throws CassetteOptionError if the server has no such frame
 */
export function damageFrames(
  { fault, option }: Pick<PlannedFault, 'fault' | 'option'>,
  conversation: WebSocketConversation,
): DamagedConversation {
  const { cutAfter, cutAs = 'reset', stallAfter, malformed, duplicate } = fault
  const { frames } = conversation
  if (cutAfter !== undefined) {
    const close = { from: 'server', code: CLOSE_CODES[cutAs], reason: '' } as const
    return { conversation: { frames: keep(frames, cutAfter, `${option}.cutAfter`), close }, ending: undefined }
  }
  if (stallAfter !== undefined)
    return { conversation: { frames: keep(frames, stallAfter, `${option}.stallAfter`) }, ending: 'stall' }
  if (malformed !== undefined)
    return replaceFrame(conversation, malformed, `${option}.malformed`, (data) => [damageData(data)])
  if (duplicate !== undefined)
    return replaceFrame(conversation, duplicate, `${option}.duplicate`, (data) => [data, data])
  return { conversation, ending: undefined }
}

/** The frames up to one of the server. */
function keep(frames: readonly WebSocketFrame[], position: FaultPosition, option: string): readonly WebSocketFrame[] {
  if (typeof position !== 'number')
    refuseOption(option, position, 'a number of frames of the server, because a frame of a WebSocket arrives whole')
  if (position === 0) return []
  const places = placesOf(frames)
  const last = places[position - 1]
  if (last === undefined) refuseOption(option, position, `at most ${places.length}, the number of frames of the server`)
  return frames.slice(0, last + 1)
}

function replaceFrame(
  { frames, ...rest }: WebSocketConversation,
  index: number,
  option: string,
  replace: (data: FrameData) => (FrameData | undefined)[],
): DamagedConversation {
  const places = placesOf(frames)
  const place = places[index]
  const frame = place === undefined ? undefined : frames[place]
  if (place === undefined || !frame)
    refuseOption(option, index, `below ${places.length}, the number of frames of the server`)
  const replaced = replace(frame.data).map((data) =>
    data === undefined ? refuseOption(option, index, 'the index of a frame with data') : { ...frame, data },
  )
  return { conversation: { ...rest, frames: frames.toSpliced(place, 1, ...replaced) }, ending: undefined }
}

/** The indexes of the frames of the server. */
function placesOf(frames: readonly WebSocketFrame[]): number[] {
  return frames.flatMap(({ from }, index) => (from === 'server' ? index : []))
}

function damageData(data: FrameData): FrameData | undefined {
  if (typeof data !== 'string') return damageEvent(data, 'whole')
  const damaged = damageEvent(new TextEncoder().encode(data), 'whole')
  return damaged && new TextDecoder().decode(damaged)
}
