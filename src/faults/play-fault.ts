import type { RecordedResponse, WebSocketConversation } from '../cassette.ts'
import type { Answer } from '../http/answer.ts'
import { headersOf } from '../http/http-request.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { toReplayHeaders } from '../http/replay-headers.ts'
import { refuseOption } from '../options/checks.ts'
import type { StreamEnd } from '../stream/replay-body.ts'
import { type TimedBody, type Timing, timeBody } from '../stream/timing.ts'
import { damageBody } from './damage-body.ts'
import { damageFrames } from './damage-frames.ts'
import type { Fault, PlannedFault } from './fault.ts'
import { toFramedBody } from './find-position.ts'
import { providerError } from './provider-errors.ts'

/** Creates the answer of a fault that answers instead of the recording; undefined for the other faults. */
export function answerInstead({ fault }: PlannedFault, request: IncomingRequest, timing: Timing): Answer | undefined {
  if (fault.connection !== undefined) return { kind: 'network-error', error: connectionError(fault.connection) }
  return fault.status === undefined ? undefined : statusAnswer(fault.status, fault, request, timing)
}

/** A body with a fault, as it is sent. */
export interface FaultyBody {
  readonly timed: TimedBody
  /** As the headers announce it; undefined if the answer never ends, or breaks, and the length must not make it complete. */
  readonly length: number | undefined
  /** How it ends: `'end'` like a complete answer, undefined like the recording. */
  readonly ending: 'end' | StreamEnd | undefined
}

/**
 * Adds a fault to the body of a recording.
 *
 * @throws CassetteOptionError if the body has no such event or position
 */
export function addFault(
  { fault, option }: PlannedFault,
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
  response: RecordedResponse,
  timing: Timing,
): FaultyBody {
  const { bytes, sent, ending } = damageBody({ fault, option }, toFramedBody(body, contentType))
  const timed = timeBody(bytes, contentType, response, timing)
  const { firstEventAfter = 0, onStall } = fault
  const delay = (index: number): number => timed.delay(index) + (index === 0 ? firstEventAfter : 0)
  return {
    timed: { ...truncate(timed, sent), delay },
    length: ending === 'reset' || ending === 'stall' ? undefined : sent,
    ending: ending === 'reset' || ending === 'stall' ? toStreamEnd(ending, onStall) : ending,
  }
}

/** A conversation with a fault, as it is played. */
export interface FaultyConversation {
  readonly conversation: WebSocketConversation
  /** Milliseconds before the first frame of the server, in addition to its own. */
  readonly firstFrameAfter: number
  /** Present if nothing follows the last frame until the client leaves; called when the client waits there. */
  readonly onStall: (() => void) | undefined
}

/**
 * Adds a fault to the frames of a recording.
 *
 * @throws CassetteOptionError if the server has no such frame
 */
export function addFrameFault(planned: PlannedFault, conversation: WebSocketConversation): FaultyConversation {
  const { firstEventAfter = 0, onStall = () => {} } = planned.fault
  const { conversation: damaged, ending } = damageFrames(planned, conversation)
  return { conversation: damaged, firstFrameAfter: firstEventAfter, onStall: ending && onStall }
}

/** @throws CassetteOptionError because the fault changes a body, and the answer has none */
export function refuseWithoutBody({ fault, option }: PlannedFault): never {
  refuseOption(option, fault, 'a status or a failed connection, because the answer has no body')
}

/** The same error as that of a broken connection in Node. */
export function connectionError(kind: 'refused' | 'reset'): Error {
  return new TypeError('fetch failed', { cause: kind === 'refused' ? toRefused() : toReset() })
}

function toRefused(): Error {
  return Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' })
}

function toReset(): Error {
  return Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' })
}

function statusAnswer(status: number, { headers = {}, body }: Fault, request: IncomingRequest, timing: Timing): Answer {
  const error = body === undefined ? providerError(status, { ...request, headers: headersOf(request) }) : { body }
  const isText = typeof error.body === 'string'
  const type = isText ? 'text/plain' : 'application/json'
  // Without it, SDKs wait half a second or longer before they retry.
  const pairs = { 'content-type': type, 'retry-after': '0', ...error.headers, ...lowerCase(headers) }
  const replayed = toReplayHeaders(Object.entries(pairs), timing === 'instant' ? 'immediate' : 'recorded')
  const text = isText ? (error.body as string) : JSON.stringify(error.body)
  return { kind: 'response', body: text, init: { status, statusText: '', headers: replayed } }
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

function truncate({ bytes, endOf }: TimedBody, length: number): Pick<TimedBody, 'bytes' | 'endOf'> {
  const startOf = (index: number): number | undefined => (index === 0 ? 0 : endOf(index - 1))
  return {
    bytes: bytes.subarray(0, length),
    endOf: (index) => ((startOf(index) ?? length) < length ? Math.min(endOf(index) ?? length, length) : undefined),
  }
}

function toStreamEnd(ending: 'reset' | 'stall', onWait: (() => void) | undefined): StreamEnd {
  const fail = (): Error => new TypeError('terminated', { cause: toReset() })
  if (ending === 'reset') return { patience: 0, fail }
  return { patience: Number.POSITIVE_INFINITY, fail, ...(onWait && { onWait }) }
}
