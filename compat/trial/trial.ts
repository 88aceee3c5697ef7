import type { Call, Client, Route } from '../client.ts'

/** One use of a client with one cassette: it is recorded in one process and replayed in another. */
export interface Trial {
  readonly name: string
  readonly call: Call
  readonly prompt: string
  /** The phases in which the client leaves its stream after a few pieces. */
  readonly leaves: readonly Phase[]
  /** Present if the garbage is collected before the client leaves. */
  readonly collects?: 'garbage'
  /** The trial whose cassette is replayed. Default: its own. */
  readonly cassette?: string
}

export type Phase = 'record' | 'replay'

/** The trials that exist for every client with the calls that they need. */
export const RETRY = '429, then 200'
export const LEAVE_RECORDING = 'leave while recording'
export const LEAVE_REPLAY = 'leave while replaying'
export const LEAVE_COLLECTED = 'leave after a garbage collection'
export const CHANGED = 'changed request'
export const CHANGED_STREAM = 'changed request for a stream'

/** The trials that are only replayed, from the cassette of another trial. */
export const replayOnly: readonly string[] = [LEAVE_COLLECTED, CHANGED, CHANGED_STREAM]

/** Lists the trials of a client: each of its calls, and those that all clients have. */
export function trialsOf({ calls, escapes }: Client): Trial[] {
  const own = Object.entries(calls).flatMap(([name, call]): Trial[] =>
    call ? [{ name, call, prompt: 'Say hi', leaves: [] }] : [],
  )
  if (escapes) return own
  return [...own, ...requestTrials(calls), ...streamTrials(calls)]
}

function requestTrials({ plain, stream }: Client['calls']): Trial[] {
  const call = plain ?? stream
  if (!call) return []
  return [
    { name: RETRY, call, prompt: 'RETRY', leaves: [] },
    { name: CHANGED, call, prompt: 'Changed words', leaves: [], cassette: plain ? 'plain' : 'stream' },
  ]
}

function streamTrials({ plain, stream: call }: Client['calls']): Trial[] {
  if (!call) return []
  const whole = { call, prompt: 'SLOW whole', leaves: ['replay'] as const }
  return [
    // A client that has only streams has changed one already.
    ...(plain ? [{ name: CHANGED_STREAM, call, prompt: 'Changed words', leaves: [], cassette: 'stream' }] : []),
    { name: LEAVE_RECORDING, call, prompt: 'SLOW left', leaves: ['record', 'replay'] },
    { name: LEAVE_REPLAY, ...whole },
    { name: LEAVE_COLLECTED, ...whole, collects: 'garbage', cassette: LEAVE_REPLAY },
  ]
}

/** The result of one phase of a trial. */
export interface Result {
  readonly client: string
  readonly route: Route
  readonly trial: string
  /** The text that the user of the client sees. The address of the provider or server is replaced. */
  readonly seen: { readonly value: string } | { readonly error: string }
  readonly milliseconds: number
  readonly pieces: number
  /** The turns of the event loop in which a piece arrived. */
  readonly turns: number
  /** The statuses of the interactions that were recorded or played. */
  readonly statuses: readonly number[]
  readonly unplayed: number
  readonly mismatches: number
  /** The place of a mismatch's text in the error. */
  readonly text: 'message' | 'cause' | 'field' | 'nowhere'
  /** How the requests ended for the provider. Empty in a replay. */
  readonly ends: readonly string[]
  /** The errors of `close()` and `verify()`, and rejections that nothing handled. */
  readonly complaints: readonly string[]
}
