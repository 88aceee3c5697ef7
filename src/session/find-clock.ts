import { findRecordingDate } from '../cassette.ts'
import { CassetteOptionError } from '../errors/errors.ts'
import type { Policy } from '../options/mode.ts'
import type { CassetteOptions } from './cassette-options.ts'
import type { LoadedCassette } from './cassette-source.ts'
import { nameOf } from './text-name.ts'

/**
 * Determines the time that `Date` shows during a session, see the option `clock`.
 *
 * @returns undefined for the real time
 * @throws CassetteOptionError if the cassette does not contain the time of its recording
 */
export function findClock({ cassette }: LoadedCassette, policy: Policy, options: CassetteOptions): Date | undefined {
  const { interactions } = cassette
  if (!options.clock || policy.matched !== 'replay' || interactions.length === 0) return undefined
  const [first] = interactions.flatMap((interaction) => findRecordingDate(interaction) ?? [])
  if (first) return first
  throw new CassetteOptionError(
    'clock',
    `The option "clock" needs the time of the recording, and no interaction of ${nameOf(cassette)} has a recorded_at or a "date" header. ` +
      'Record it again, add a recorded_at, or set the time with fake timers.',
  )
}
