import { concatBytes } from '../bytes/concat-bytes.ts'
import { refuseOption } from '../options/checks.ts'
import { damageEvent } from './damage-event.ts'
import type { FaultPosition, PlannedFault } from './fault.ts'
import { type FramedBody, findPosition } from './find-position.ts'

/** A body with a fault. */
export interface DamagedBody {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** How many of its bytes are sent. */
  readonly sent: number
  /** How the answer goes on after them; undefined if the body ends as the recording does. */
  readonly ending: 'end' | 'reset' | 'stall' | undefined
}

/**
 * Adds a fault to a body. Faults that do not change the body leave it as it is.
 *
 * @throws CassetteOptionError if the body has no such event or position
 */
export function damageBody({ fault, option }: Pick<PlannedFault, 'fault' | 'option'>, body: FramedBody): DamagedBody {
  const { cutAfter, cutAs = 'reset', stallAfter, malformed, duplicate } = fault
  if (cutAfter !== undefined) return cut(body, cutAfter, cutAs, `${option}.cutAfter`)
  if (stallAfter !== undefined) return cut(body, stallAfter, 'stall', `${option}.stallAfter`)
  if (malformed !== undefined)
    return replaceEvent(body, malformed, `${option}.malformed`, (event) => damageEvent(event, body.framing))
  if (duplicate !== undefined)
    return replaceEvent(body, duplicate, `${option}.duplicate`, (event) => concatBytes([event, event]))
  return toDamaged(body.bytes)
}

function cut(body: FramedBody, position: FaultPosition, ending: DamagedBody['ending'], option: string): DamagedBody {
  const { bytes } = body
  const sent = findPosition(position, body, option)
  if (ending === 'end' && sent === bytes.length)
    refuseOption(
      option,
      position,
      `before the end of the answer, which has ${body.ends.length} events and ${bytes.length} bytes`,
    )
  return { bytes, sent, ending }
}

function replaceEvent(
  { bytes, ends }: FramedBody,
  index: number,
  option: string,
  replace: (event: Uint8Array) => Uint8Array | undefined,
): DamagedBody {
  const [start, end] = [ends[index - 1] ?? 0, ends[index]]
  if (end === undefined) refuseOption(option, index, `below ${ends.length}, the number of events of the answer`)
  const replaced = replace(bytes.subarray(start, end))
  if (!replaced) refuseOption(option, index, 'the index of an event with data')
  return toDamaged(concatBytes([bytes.subarray(0, start), replaced, bytes.subarray(end)]))
}

function toDamaged(bytes: Uint8Array<ArrayBuffer>): DamagedBody {
  return { bytes, sent: bytes.length, ending: undefined }
}
