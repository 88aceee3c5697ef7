import type { WebSocketConversation } from '../cassette.ts'
import { describeCause } from '../errors/describe-cause.ts'
import type { ConnectionClose, FrameData } from '../http/web-socket-end.ts'
import { REDACTED } from '../secret/redacted.ts'
import { toCloseReason } from './close-reason.ts'
import type { FrameJudge } from './frame-judge.ts'
import { countClientFrames, toFrameRequest } from './frame-request.ts'
import type { FrameRules, WrongFrame } from './frame-rules.ts'

/** A private code, like the 400 that answers a request. */
const MISMATCH = 4400
/** The server met an unexpected condition: RFC 6455, section 7.4.1. */
const INTERNAL_ERROR = 1011

/**
 * Creates the rules by which a session judges the frames of a client.
 *
 * @param index of the interaction in the cassette
 * @param client whether it has to send all recorded frames. One that gets a fault can leave
 */
export function createFrameRules(
  judge: FrameJudge,
  { frames }: WebSocketConversation,
  index: number,
  client: 'bound to send' | 'free to leave',
): FrameRules {
  // Not the played one, which a hook can have changed.
  const interaction = judge.cassette.interactions[index]
  const recorded = countClientFrames(frames)
  return {
    order: judge.options.match?.frames ?? 'ordered',
    load: () => judge.keyParts.load(),
    isEqual: (recordedFrame, received, url) => isEqual(judge, recordedFrame, received, url),
    refuse: (frame) => refuse(judge, frame, index),
    onProgress(received) {
      if (!interaction || client === 'free to leave') return
      if (received === recorded) judge.log.unfinished.delete(interaction)
      else judge.log.unfinished.set(interaction, { received, recorded })
    },
    fail(error) {
      judge.setFailure(error)
      return { code: INTERNAL_ERROR, reason: toCloseReason(`msw-cassette: ${describeCause(error)}`) }
    },
  }
}

/** A text frame never equals a binary one: servers treat them differently. */
function isEqual({ matcher, keyParts }: FrameJudge, recorded: FrameData, received: FrameData, url: string): boolean {
  if (typeof recorded !== typeof received) return false
  const requests = [toFrameRequest(recorded, url), toFrameRequest(received, url)] as const
  if (matcher.hasEqualBytes(...requests)) return true
  const [wanted, key] = [matcher.key(requests[0]), matcher.key(requests[1])]
  if (wanted === undefined || key === undefined) return false
  return wanted === key || (wanted.includes(REDACTED) && keyParts.modules.fitsPlaceholders(wanted, key))
}

async function refuse(judge: FrameJudge, frame: WrongFrame, index: number): Promise<ConnectionClose> {
  const { diagnoseFrame } = await import('../diagnostics/diagnose-frame.ts')
  const error = diagnoseFrame(judge, frame, index)
  judge.log.addMismatch(error)
  const [difference] = error.differences
  const why = frame.recorded === undefined ? 'was not recorded' : `differs from the recorded one at ${difference?.path}`
  return { code: MISMATCH, reason: toCloseReason(`msw-cassette: client frame ${frame.number} ${why}`) }
}
