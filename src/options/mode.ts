import { CassetteOptionError } from '../errors/errors.ts'
import { environment, hasEnvironment, isCi } from '../platform/environment.ts'
import { type Check, oneOf } from './checks.ts'

/**
 * The mode of a session: `heal`, or one of go-vcr's five: `replay` is its ModeReplayOnly, `once` ModeRecordOnce, `new-episodes`
 * ModeReplayWithNewEpisodes, `record` ModeRecordOnly, `passthrough` ModePassthrough.
 */
export type Mode = 'replay' | 'once' | 'heal' | 'new-episodes' | 'record' | 'passthrough'

/** How a request is handled. */
type Decision = 'replay' | 'record' | 'passthrough' | 'mismatch'

/** Whether the session found its cassette when it was opened. */
export type Presence = 'found' | 'missing'

interface Row {
  /** The cassette is missing. `refuse`: the session does not even open. */
  readonly absent: Decision | 'refuse'
  /** The cassette exists, and an interaction matches. */
  readonly matched: Decision
  /** The cassette exists, and no interaction matches. */
  readonly unmatched: Decision
}

/** The decision table that the documentation shows. */
export const modes = {
  replay: { absent: 'refuse', matched: 'replay', unmatched: 'mismatch' },
  once: { absent: 'record', matched: 'replay', unmatched: 'mismatch' },
  heal: { absent: 'record', matched: 'replay', unmatched: 'record' },
  'new-episodes': { absent: 'record', matched: 'replay', unmatched: 'record' },
  record: { absent: 'record', matched: 'record', unmatched: 'record' },
  passthrough: { absent: 'passthrough', matched: 'passthrough', unmatched: 'passthrough' },
} as const satisfies Record<Mode, Row>

/** How a session handles requests: it follows from the mode and the presence of the cassette, and never changes. */
export interface Policy {
  readonly matched: Decision
  readonly unmatched: Decision
}

/** Looks up the policy of a session. A missing cassette has no interaction that could match. */
export function toPolicy(mode: Mode, presence: Presence): Policy {
  const { absent, matched, unmatched }: Row = modes[mode]
  if (presence === 'found') return { matched, unmatched }
  const decision = absent === 'refuse' ? 'mismatch' : absent
  return { matched: decision, unmatched: decision }
}

/** Tells whether a session may record. */
export function mayRecord({ matched, unmatched }: Policy): boolean {
  return matched === 'record' || unmatched === 'record'
}

/** Checks the option `mode`. */
export const checkMode: Check = oneOf(Object.keys(modes))

/**
 * Chooses the mode: the option, else the environment variable `MSW_CASSETTE_MODE`, else `replay` if `CI` is set, else `once`.
 * CI therefore never records unless it is explicitly told to. Without environment variables nothing tells whether this is CI,
 * so the mode is `replay` there.
 *
 * @param option the option `mode`
 * @throws CassetteOptionError if the variable is not the name of a mode, and for the mode `heal` in CI
 */
export function resolveMode(option: Mode | undefined): Mode {
  const mode = option ?? defaultMode()
  if (mode !== 'heal' || !isCi()) return mode
  throw new CassetteOptionError(
    option === undefined ? 'MSW_CASSETTE_MODE' : 'mode',
    'The mode is heal, and CI is set: a run in CI must not change recordings that nobody has reviewed. Heal on your machine, ' +
      'review the diff and commit it; without a mode, CI replays it.',
  )
}

function defaultMode(): Mode {
  const { MSW_CASSETTE_MODE: variable } = environment()
  if (!variable) return isCi() || !hasEnvironment() ? 'replay' : 'once'
  if (isMode(variable)) return variable
  const known = Object.keys(modes).map((mode) => `'${mode}'`)
  throw new CassetteOptionError(
    'MSW_CASSETTE_MODE',
    `The environment variable MSW_CASSETTE_MODE is ${JSON.stringify(variable)}, and must be one of ${known.join(', ')}.`,
  )
}

/**
 * The way to set a mode, for messages: the environment variable, or the option if there are no variables.
 *
 * @param mode the mode to set
 */
export function modeSetting(mode: Mode): string {
  return hasEnvironment() ? `MSW_CASSETTE_MODE=${mode}` : `{ mode: '${mode}' }`
}

function isMode(text: string): text is Mode {
  return Object.hasOwn(modes, text)
}
