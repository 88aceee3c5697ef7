import type { Opening } from '../open/prepare-session.ts'
import { refuseOption } from '../options/checks.ts'
import type { CassetteSource } from '../session/cassette-source.ts'
import type { Session } from '../session/session.ts'
import type { SweepReport } from './sweep.ts'
import type { SweepOptions } from './sweep-options.ts'

/** The parameter of the function that `sweepCuts` runs. */
export interface CutRun<S> {
  /** The session of this run. Its `fetch` answers, and so does a server with handlers of this library. */
  readonly session: S
  /** Aborts when an answer stalls. Pass it to the code under test, as the signal of its client. */
  readonly signal: AbortSignal
}

/** The type of `sweepCuts`. */
export type SweepCuts<S> = (
  source: CassetteSource,
  fn: (run: CutRun<S>) => unknown,
  options?: SweepOptions,
) => Promise<SweepReport>

/** Creates `sweepCuts` for an entry point. The code is loaded on first use. */
export function createSweepCuts<S extends Session>(createSession: (opening: Opening) => S): SweepCuts<S> {
  return async (source, fn, options = {}) => {
    if (typeof fn !== 'function') refuseOption('fn', fn, 'a function')
    const { sweep } = await import('./sweep.ts')
    // A file is read only once.
    let loaded: CassetteSource = source
    const open = (own: object): S => {
      const session = createSession({
        source: loaded,
        options: { ...options.cassette, ...own, mode: 'replay' },
        saving: 'deferred',
      })
      loaded = session.cassette
      return session
    }
    return sweep({ open, run: fn }, options)
  }
}
