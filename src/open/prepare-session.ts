import { CassetteOptionError } from '../errors/errors.ts'
import { type Mode, mayRecord, resolveMode, toPolicy } from '../options/mode.ts'
import type { Saving } from '../record/recording-log.ts'
import { registerOpenedCassette } from '../runner/opened-cassettes.ts'
import { wasRecordedInThisRun } from '../runner/recorded-files.ts'
import { currentDefaults } from '../session/cassette-defaults.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import type { CassetteSource, IfMissing } from '../session/cassette-source.ts'
import { applyExpiry } from '../session/expiry.ts'
import { findClock } from '../session/find-clock.ts'
import { mergeOptions } from '../session/merge-options.ts'
import type { SessionInit } from '../session/session-init.ts'
import type { SessionModules } from '../session/session-modules.ts'

/** How a cassette is opened. */
export interface Opening {
  readonly source: CassetteSource
  /** Merged with those of `cassetteDefaults`. */
  readonly options: CassetteOptions
  /** The defaults of the entry point, which `cassetteDefaults` overrides. */
  readonly builtInDefaults?: CassetteOptions
  readonly saving: Saving
  /**
   * Whether it adds to a file that its run has recorded, instead of replacing or only replaying it. Default: if `saving` is
   * `'deferred'`, as in a test.
   */
  readonly sharing?: 'in-run' | undefined
  /** Default `'throw'`. */
  readonly ifMissing?: IfMissing
}

/**
 * Checks and merges the options, and loads the cassette.
 *
 * @throws CassetteError
 */
export function prepareSession(
  { source, options: own, builtInDefaults = {}, saving, sharing, ifMissing = 'throw' }: Opening,
  modules: SessionModules,
): SessionInit {
  const options = mergeOptions(builtInDefaults, currentDefaults(), own)
  if (own.clock && saving === 'immediate') throw new CassetteOptionError('clock', NOT_A_TEST)
  const requested = resolveMode(options.mode)
  const first = modules.loadCassette(source, requested, ifMissing)
  const isShared = addsToRun({ options: own, saving, sharing }, requested, first.file)
  const loaded = isShared ? modules.loadCassette(source, 'new-episodes', ifMissing) : first
  const expired = applyExpiry(loaded.cassette, requested, options)
  // A fault changes the requests after it, and the interactions that they would need are not obsolete.
  const mode = expired === 'heal' && loaded.presence === 'found' && options.faults?.length ? 'replay' : expired
  const policy = toPolicy(isShared ? 'new-episodes' : mode, loaded.presence)
  if (saving === 'immediate' && loaded.file !== undefined) registerOpenedCassette(loaded.file)
  // A cassette that can stay empty, as with "auto", gets no folder either.
  if (ifMissing !== 'empty' && mayRecord(policy)) modules.prepareRecording(source, loaded)
  const clock = saving === 'immediate' ? undefined : findClock(loaded, policy, options)
  return { loaded, mode, policy, options, clock, saving, modules }
}

const NOT_A_TEST =
  'The option "clock" needs the cassette of a test, which ends with the test: that of withCassette, useCassettes, or a runner\'s setup. ' +
  'With openCassette and fromCassette, set the time with fake timers.'

/**
 * Tells whether a session adds to a file that another test of the same run has recorded. A test replaces or creates a cassette;
 * the following tests that share it replay what is there and record what they lack.
 */
function addsToRun(
  { options, saving, sharing }: Pick<Opening, 'options' | 'saving' | 'sharing'>,
  mode: Mode,
  file: string | undefined,
): boolean {
  // `openCassette` with an explicit mode means that mode.
  const isShared = sharing ?? (saving === 'deferred' || (mode === 'record' && options.mode === undefined))
  return isShared && (mode === 'once' || mode === 'record') && file !== undefined && wasRecordedInThisRun(file)
}
