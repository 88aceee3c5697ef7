import { CassetteOptionError } from '../errors/errors.ts'
import { environment, isCi } from '../platform/environment.ts'

/**
 * What a session does, in go-vcr's five modes: `replay` is its ModeReplayOnly, `once` ModeRecordOnce, `new-episodes`
 * ModeReplayWithNewEpisodes, `record` ModeRecordOnly, `passthrough` ModePassthrough.
 */
export type Mode = 'replay' | 'once' | 'new-episodes' | 'record' | 'passthrough'

/** What becomes of one request. */
export type Decision = 'replay' | 'record' | 'passthrough' | 'mismatch'

/** Whether the session found its cassette when it was opened. */
export type Presence = 'present' | 'absent'

interface Row {
  /** The cassette is not there. `refuse`: the session does not even open. */
  readonly absent: Decision | 'refuse'
  /** The cassette is there, and an interaction matches. */
  readonly matched: Decision
  /** The cassette is there, and no interaction matches. */
  readonly unmatched: Decision
}

/** The decision table that the documentation shows. */
export const modes = {
  replay: { absent: 'refuse', matched: 'replay', unmatched: 'mismatch' },
  once: { absent: 'record', matched: 'replay', unmatched: 'mismatch' },
  'new-episodes': { absent: 'record', matched: 'replay', unmatched: 'record' },
  record: { absent: 'record', matched: 'record', unmatched: 'record' },
  passthrough: { absent: 'passthrough', matched: 'passthrough', unmatched: 'passthrough' },
} as const satisfies Record<Mode, Row>

/** Tells whether a session of this mode may record, given whether its cassette is there. */
export function mayRecord(mode: Mode, presence: Presence): boolean {
  const { absent, matched, unmatched } = modes[mode]
  return presence === 'absent' ? absent === 'record' : matched === 'record' || unmatched === 'record'
}

/** Decides what becomes of a request. What is to be refused has no cassette, and matches nothing. */
export function decide(mode: Mode, presence: Presence, match: 'matched' | 'unmatched'): Decision {
  const row: Row = modes[mode]
  const decision = presence === 'absent' ? row.absent : row[match]
  return decision === 'refuse' ? 'mismatch' : decision
}

/**
 * Chooses the mode: the option, else the environment variable `MSW_CASSETTE_MODE`, else `replay` where `CI` is set, else
 * `once`. So CI records only where it is told to in so many words.
 *
 * @param option the option `mode`
 * @throws CassetteOptionError for a word that is no mode
 */
export function resolveMode(option: unknown): Mode {
  if (option !== undefined) return toMode(option, 'The option "mode"', 'mode')
  const { MSW_CASSETTE_MODE: variable } = environment()
  if (variable) return toMode(variable, 'The environment variable MSW_CASSETTE_MODE', 'MSW_CASSETTE_MODE')
  return isCi() ? 'replay' : 'once'
}

function toMode(value: unknown, subject: string, option: string): Mode {
  if (typeof value === 'string' && Object.hasOwn(modes, value)) return value as Mode
  const known = Object.keys(modes).map((mode) => `'${mode}'`)
  throw new CassetteOptionError(
    option,
    `${subject} is ${JSON.stringify(value)}, and must be one of ${known.join(', ')}.`,
  )
}
