import type { Interaction } from '../cassette.ts'
import { CassetteOptionError } from '../errors/errors.ts'
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

/**
 * Runs a hook, if there is one.
 *
 * @throws CassetteOptionError for what is returned and is no interaction; whatever the hook throws
 */
export function runHook(
  hooks: Hooks | undefined,
  name: Exclude<keyof Hooks, 'onClose'>,
  interaction: Interaction,
): Interaction | undefined {
  const result: unknown = hooks?.[name]?.({ interaction })
  return result === null ? undefined : assertInteraction(result ?? interaction, `hooks.${name}`)
}

/**
 * Refuses what a function of the caller's returned and is no interaction: what is written of it would be broken.
 *
 * @param option the function's option
 * @throws CassetteOptionError
 */
export function assertInteraction(value: unknown, option: string): Interaction {
  if (isInteraction(value)) return value
  const found = value instanceof Promise ? 'a promise, and must not be asynchronous' : 'what is no interaction'
  throw new CassetteOptionError(
    option,
    `The function "${option}" returned ${found}. Return an interaction whose bodies are Uint8Arrays, or nothing to leave it as it is.`,
  )
}

function isInteraction(value: unknown): value is Interaction {
  const { request, response } = (value ?? {}) as Partial<Interaction>
  return (
    [request?.method, request?.url, response?.statusText].every((text) => typeof text === 'string') &&
    [request, response].every((message) => Array.isArray(message?.headers) && message.body instanceof Uint8Array) &&
    typeof response?.status === 'number'
  )
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
