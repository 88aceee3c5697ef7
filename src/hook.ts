import type { Interaction } from './cassette.ts'
import { checkKeys, checkOption } from './check-options.ts'

/**
 * Sees an interaction, and may change or drop it.
 *
 * @returns another interaction to go on with, `null` to drop it, nothing to leave it as it is
 */
export type Hook = (input: { interaction: Interaction }) => Interaction | null | undefined | void

/** Functions of yours at the four moments of a session that go-vcr has hooks for too. */
export interface Hooks {
  /** When an exchange is complete, before anything is redacted. Dropped here, it is not recorded. */
  afterCapture?: Hook
  /** Before an interaction is written, when it is redacted. Dropped here, it is not written. */
  beforeSave?: Hook
  /** Before an interaction is replayed. Dropped here, it is played, and the next one answers. */
  beforeReplay?: Hook
  /** When the session is closed and all is saved. */
  onClose?: (input: { played: readonly Interaction[]; recorded: readonly Interaction[] }) => void
}

/** Runs a hook, if there is one. */
export function runHook(hook: Hook | undefined, interaction: Interaction): Interaction | undefined {
  const result = hook?.({ interaction })
  return result === null ? undefined : (result ?? interaction)
}

/**
 * Refuses hooks that are unknown or no functions.
 *
 * @throws CassetteOptionError
 */
export function checkHooks(hooks: Hooks): void {
  checkOption('hooks', typeof hooks === 'object' && hooks !== null, hooks, 'an object')
  checkKeys(hooks, ['afterCapture', 'beforeSave', 'beforeReplay', 'onClose'], 'hooks')
  for (const [name, hook] of Object.entries(hooks)) {
    checkOption(`hooks.${name}`, hook === undefined || typeof hook === 'function', hook, 'a function')
  }
}
