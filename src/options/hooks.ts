import type { Interaction } from '../cassette.ts'
import { CassetteOptionError } from '../errors/errors.ts'
import { showValue } from '../json/show-value.ts'
import { ignoreRejection } from '../platform/ignore-rejection.ts'
import { aFunction, type Check, objectOf } from './checks.ts'
import { findInteractionFault } from './find-model-fault.ts'

/**
 * Inspects an interaction, and can change or drop it.
 *
 * @returns another interaction to continue with, `null` to drop it, nothing to keep it as it is
 */
export type Hook = (input: { interaction: Interaction }) => Interaction | null | undefined | void

/** Your functions at four moments of a session. go-vcr has hooks for the same moments. */
export interface Hooks {
  /** Runs when an exchange is complete, before redaction. An interaction that is dropped here is not recorded. */
  afterCapture?: Hook
  /** Runs before an interaction is written, after redaction. An interaction that is dropped here is not written. */
  beforeSave?: Hook
  /** Runs before an interaction is replayed. If it drops the interaction, that one counts as played and the next one answers. */
  beforeReplay?: Hook
  /** Runs when the session is closed and everything is saved. */
  onClose?: (input: { played: readonly Interaction[]; recorded: readonly Interaction[] }) => void
}

/** Checks the option `hooks`. */
export const checkHooks: Check = objectOf<Hooks>({
  afterCapture: aFunction,
  beforeSave: aFunction,
  beforeReplay: aFunction,
  onClose: aFunction,
})

/**
 * Runs a hook, if there is one.
 *
 * @returns the interaction to continue with; undefined if the hook dropped it
 * @throws CassetteOptionError if the hook returns something else; whatever the hook throws
 */
export function runHook(
  hooks: Hooks | undefined,
  name: Exclude<keyof Hooks, 'onClose'>,
  interaction: Interaction,
): Interaction | undefined {
  const hook = hooks?.[name]
  if (!hook) return interaction
  const result: unknown = hook({ interaction })
  return result === null ? undefined : assertInteraction(result ?? interaction, `hooks.${name}`)
}

/**
 * Refuses a value that a user's function returned instead of an interaction: the file would be broken.
 *
 * @param option the option that holds the function
 * @throws CassetteOptionError
 */
export function assertInteraction(value: unknown, option: string): Interaction {
  if (ignoreRejection(value) === 'promise') {
    throw new CassetteOptionError(
      option,
      `The function "${option}" returned a promise, and must not be asynchronous. ${RETURN}`,
    )
  }
  const fault = findInteractionFault(value)
  if (!fault) return value as Interaction
  const found = fault.path ? `an interaction whose ${fault.path} is` : 'the value'
  throw new CassetteOptionError(
    option,
    `The function "${option}" returned ${found} ${showValue(fault.value).slice(0, 80)}, and must be ${fault.expected}. ${RETURN}`,
  )
}

const RETURN = 'Return an interaction, or nothing to keep it as it is.'
