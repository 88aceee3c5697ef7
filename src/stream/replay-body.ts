import type { TimedBody } from './timing.ts'

/** A recorded body that is replayed piece by piece. */
export interface ReplayBody {
  readonly timed: TimedBody
  /** Those of the client and the session. If one aborts, the body breaks off with its reason. */
  readonly signals: readonly AbortSignal[]
  /** If given, the body stays open after its last piece. */
  readonly openEnd?: StreamEnd | undefined
}

/** The end of a body that stays open until the client leaves. */
export interface StreamEnd {
  /** For how many ms the client can read on; `Infinity` for no limit. */
  readonly patience: number
  /** Called when a client reads on. */
  onWait?(): void
  /** Called when a client has read on for that long. Its result is the error that the client gets. */
  fail(): Error
}

/** Distinguishes a recorded body from a stream and a text. */
export function isReplayBody(body: ReplayBody | ReadableStream | string | null): body is ReplayBody {
  return typeof body === 'object' && body !== null && 'timed' in body
}
