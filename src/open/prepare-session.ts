import { mayRecord, resolveMode, toPolicy } from '../options/mode.ts'
import type { Saving } from '../record/recording-log.ts'
import { registerOpenedCassette } from '../runner/opened-cassettes.ts'
import { type CassetteOptions, checkOptions } from '../session/cassette-options.ts'
import type { CassetteSource, IfMissing } from '../session/cassette-source.ts'
import { applyExpiry } from '../session/expiry.ts'
import type { SessionInit } from '../session/session.ts'
import type { SessionModules } from '../session/session-modules.ts'

/** How a cassette is opened. */
export interface Opening {
  readonly source: CassetteSource
  readonly options: CassetteOptions
  readonly saving: Saving
  /** Default `'throw'`. */
  readonly ifMissing?: IfMissing
}

/**
 * Checks the options and loads the cassette.
 *
 * @throws CassetteError
 */
export function prepareSession(
  { source, options, saving, ifMissing = 'throw' }: Opening,
  modules: SessionModules,
): SessionInit {
  checkOptions(options)
  const requested = resolveMode(options.mode)
  const loaded = modules.loadCassette(source, requested, ifMissing)
  const mode = applyExpiry(loaded.cassette, requested, options)
  if (saving === 'immediate' && loaded.file !== undefined) registerOpenedCassette(loaded.file)
  // A cassette that can stay empty, as with "auto", gets no folder either.
  if (ifMissing !== 'empty' && mayRecord(toPolicy(mode, loaded.presence))) modules.prepareRecording(source, loaded)
  return { loaded, mode, options, saving, modules }
}
