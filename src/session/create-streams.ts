import { mayRecord, type Policy } from '../options/mode.ts'
import { OnDemand } from '../platform/on-demand.ts'
import type { ManualStreams } from '../stream/manual-streams.ts'
import type { CassetteOptions } from './cassette-options.ts'

/** The streams of a session that its test controls, loaded with the first of them. */
export type SessionStreams = OnDemand<ManualStreams>

/** The part of a session that its streams use. */
interface StreamingSession {
  readonly path: string
  readonly policy: Policy
  readonly options: CassetteOptions
  setFailure(error: unknown): void
}

/** Creates the streams of a session; undefined unless `timing` is `'manual'`. */
export function createStreams(session: StreamingSession): SessionStreams | undefined {
  if (session.options.timing !== 'manual') return undefined
  const init = {
    file: session.path,
    // A provider can be slow.
    limit: mayRecord(session.policy) ? 'none' : 'seconds',
    onFailure: (error: Error) => session.setFailure(error),
  } as const
  return new OnDemand(async () => new (await import('../stream/manual-streams.ts')).ManualStreams(init))
}
