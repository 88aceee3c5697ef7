import type { Mode, Policy } from '../options/mode.ts'
import type { Saving } from '../record/recording-log.ts'
import type { CassetteOptions } from './cassette-options.ts'
import type { LoadedCassette } from './cassette-source.ts'
import type { SessionModules } from './session-modules.ts'

/** A session that is about to begin. */
export interface SessionInit {
  readonly loaded: LoadedCassette
  readonly mode: Mode
  readonly policy: Policy
  /** Checked. */
  readonly options: CassetteOptions
  /** The time that `Date` shows; undefined for the real time. */
  readonly clock: Date | undefined
  readonly saving: Saving
  readonly modules: SessionModules
}
