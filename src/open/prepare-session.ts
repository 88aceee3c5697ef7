import { mayRecord, resolveMode, toPolicy } from '../options/mode.ts'
import type { Saving } from '../record/recording-log.ts'
import { registerOpenedCassette } from '../runner/opened-cassettes.ts'
import { currentDefaults } from '../session/cassette-defaults.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import type { CassetteSource, IfMissing } from '../session/cassette-source.ts'
import { applyExpiry } from '../session/expiry.ts'
import { mergeOptions } from '../session/merge-options.ts'
import type { SessionInit } from '../session/session.ts'
import type { SessionModules } from '../session/session-modules.ts'

/** How a cassette is opened. */
export interface Opening {
  readonly source: CassetteSource
  /** Merged with those of `cassetteDefaults`. */
  readonly options: CassetteOptions
  /** The defaults of the entry point, which `cassetteDefaults` overrides. */
  readonly builtInDefaults?: CassetteOptions
  readonly saving: Saving
  /** Default `'throw'`. */
  readonly ifMissing?: IfMissing
}

/**
 * Checks and merges the options, and loads the cassette.
 *
 * @throws CassetteError
 */
export function prepareSession(
  { source, options: own, builtInDefaults = {}, saving, ifMissing = 'throw' }: Opening,
  modules: SessionModules,
): SessionInit {
  const options = mergeOptions(builtInDefaults, currentDefaults(), own)
  const requested = resolveMode(options.mode)
  const loaded = modules.loadCassette(source, requested, ifMissing)
  const mode = applyExpiry(loaded.cassette, requested, options)
  if (saving === 'immediate' && loaded.file !== undefined) registerOpenedCassette(loaded.file)
  // A cassette that can stay empty, as with "auto", gets no folder either.
  if (ifMissing !== 'empty' && mayRecord(toPolicy(mode, loaded.presence))) modules.prepareRecording(source, loaded)
  return { loaded, mode, options, saving, modules }
}
