import type { Interaction, WebSocketConversation, WebSocketFrame } from '../cassette.ts'
import { CassetteOptionError } from '../errors/errors.ts'
import { ignoreRejection } from '../platform/ignore-rejection.ts'
import { aFunction, type Check, objectOf } from './checks.ts'

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
  if (isInteraction(value)) return value
  const found =
    ignoreRejection(value) === 'promise'
      ? 'a promise, and must not be asynchronous'
      : 'a value that is not an interaction'
  throw new CassetteOptionError(
    option,
    `The function "${option}" returned ${found}. Return an interaction whose bodies and binary frames are Uint8Arrays, or nothing to keep it as it is.`,
  )
}

function isInteraction(value: unknown): value is Interaction {
  const { request, response } = (value ?? {}) as Partial<Interaction>
  return (
    [request?.method, request?.url, response?.statusText].every((text) => typeof text === 'string') &&
    [request, response].every((message) => Array.isArray(message?.headers) && message.body instanceof Uint8Array) &&
    typeof response?.status === 'number' &&
    (response.websocket === undefined || isConversation(response.websocket))
  )
}

function isConversation({ frames }: Partial<WebSocketConversation>): boolean {
  return (
    Array.isArray(frames) &&
    frames.every(({ data }: Partial<WebSocketFrame>) => typeof data === 'string' || data instanceof Uint8Array)
  )
}
