import type { Call, Client, Route } from '../client.ts'

/** One use of a client with one cassette: it is recorded in one process and replayed in another. */
export interface Trial {
  readonly name: string
  readonly call: Call
  readonly prompt: string
  /** The phases in which the client leaves its stream after a few pieces. */
  readonly leaves: readonly Phase[]
  /** The trial whose cassette is replayed. Default: its own. */
  readonly cassette?: string
}

export type Phase = 'record' | 'replay'

/** The trials that exist for every client with the calls that they need. */
export const RETRY = '429, then 200'
export const LEAVE_RECORDING = 'leave while recording'
export const LEAVE_REPLAY = 'leave while replaying'
export const CHANGED = 'changed request'

/** Lists the trials of a client: each of its calls, and four more. */
export function trialsOf({ calls, escapes }: Client): Trial[] {
  const own = Object.entries(calls).flatMap(([name, call]): Trial[] =>
    call ? [{ name, call, prompt: 'Say hi', leaves: [] }] : [],
  )
  if (escapes) return own
  const { plain, stream } = calls
  const any = plain ? 'plain' : 'stream'
  const call = plain ?? stream
  return [
    ...own,
    ...(call ? [{ name: RETRY, call, prompt: 'RETRY', leaves: [] }] : []),
    ...(call ? [{ name: CHANGED, call, prompt: 'Changed words', leaves: [], cassette: any }] : []),
    ...(stream
      ? [{ name: LEAVE_RECORDING, call: stream, prompt: 'SLOW left', leaves: ['record', 'replay'] as const }]
      : []),
    ...(stream ? [{ name: LEAVE_REPLAY, call: stream, prompt: 'SLOW whole', leaves: ['replay'] as const }] : []),
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
