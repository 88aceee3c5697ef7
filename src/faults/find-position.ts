import { refuseOption } from '../options/checks.ts'
import { type Framing, findFrameEnds, framingOf } from '../stream/frames.ts'
import type { FaultPosition } from './fault.ts'

/** A body in which a position is searched. */
export interface FramedBody {
  readonly framing: Framing
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The end offset of each event. */
  readonly ends: readonly number[]
}

/** Finds the events of a body. */
export function toFramedBody(bytes: Uint8Array<ArrayBuffer>, contentType: string): FramedBody {
  const framing = framingOf(contentType, bytes)
  return { framing, bytes, ends: findFrameEnds(bytes, framing) }
}

/**
 * Finds the offset of a position.
 *
 * @param option the path of the option that contains the position
 * @throws CassetteOptionError if the body has no such position
 */
export function findPosition(position: FaultPosition, body: FramedBody, option: string): number {
  if (typeof position === 'number') return endOfEvents(position, body, option)
  if ('bytes' in position) {
    const { length } = body.bytes
    return position.bytes <= length
      ? position.bytes
      : refuseOption(option, position, `at most ${length} bytes, where the answer ends`)
  }
  const { events, inside } = position
  const start = endOfEvents(events, body, option)
  const found = inside === 'event' ? middleOfEvent(events, body) : insideOfCharacter(body, start)
  const missing = inside === 'event' ? 'a next event of at least 2 bytes' : 'a character of several bytes'
  return found ?? refuseOption(option, position, `followed by ${missing}: the answer has ${body.ends.length} events`)
}

function endOfEvents(count: number, { ends }: FramedBody, option: string): number {
  if (count === 0) return 0
  return ends[count - 1] ?? refuseOption(option, count, `at most ${ends.length}, the number of events of the answer`)
}

function middleOfEvent(index: number, { ends }: FramedBody): number | undefined {
  const [start, end] = [ends[index - 1] ?? 0, ends[index]]
  if (end === undefined || end - start < 2) return undefined
  return start + Math.floor((end - start) / 2)
}

/** In UTF-8, the first of several bytes of a character is 11xxxxxx, and the others are 10xxxxxx. */
function insideOfCharacter(body: FramedBody, start: number): number | undefined {
  const { bytes } = body
  for (const { from, to } of findTexts(body)) {
    for (let at = Math.max(from, start); at < to - 1; at++)
      if ((bytes[at] ?? 0) >= 0xc2 && ((bytes[at + 1] ?? 0) & 0xc0) === 0x80) return at + 1
  }
  return undefined
}

/** The ranges of a body that are text: of a message of AWS, the part without its lengths, headers and checksums. */
function findTexts({ framing, bytes, ends }: FramedBody): readonly { readonly from: number; readonly to: number }[] {
  if (framing !== 'messages') return [{ from: 0, to: bytes.length }]
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  return ends.flatMap((end, index) => {
    const start = ends[index - 1] ?? 0
    return end - start < 16 ? [] : [{ from: start + 12 + view.getUint32(start + 4), to: end - 4 }]
  })
}
