import { chunksFitBody, type Interaction } from '../cassette.ts'
import { type Hooks, runHook } from '../options/hooks.ts'
import type { Redactor } from '../secret/redactor.ts'
import type { Capture } from './capture-exchange.ts'
import { keepHeaders } from './kept-headers.ts'

/** How an exchange becomes a recording. */
interface ToRecordingOptions {
  /** Replaces credentials. */
  readonly redactor: Redactor
  readonly hooks: Hooks | undefined
  /** Headers to keep, in addition to the few that always are. */
  readonly recordHeaders: readonly string[]
  /** Request headers that are compared, and have to be kept too. */
  readonly matchedHeaders: readonly string[]
}

/**
 * Converts a captured exchange to the interaction to save: few headers, no credentials, changed by the hooks.
 *
 * @returns the interaction; undefined if a hook dropped it
 * @throws an Error if its samples failed; CassetteOptionError, and whatever a hook throws
 */
export function toRecording(
  { interaction, sent, received, failure }: Capture,
  { redactor, hooks, recordHeaders, matchedHeaders }: ToRecordingOptions,
): Interaction | undefined {
  if (failure !== undefined) throw new Error(failure)
  const captured = runHook(hooks, 'afterCapture', interaction)
  if (!captured) return undefined
  const { request, response } = captured
  const kept: Interaction = {
    ...captured,
    request: { ...request, headers: keepHeaders(request.headers, 'request', [...recordHeaders, ...matchedHeaders]) },
    response: { ...response, headers: keepHeaders(response.headers, 'response', recordHeaders) },
  }
  const recording = runHook(hooks, 'beforeSave', redactor.interaction(kept, sent, received))
  const { sample } = interaction
  return recording && { ...withFittingChunks(recording), ...(sample === undefined ? {} : { sample }) }
}

/** Drops the chunks of a body that a hook has changed: its boundaries are unknown. */
function withFittingChunks({ response, ...rest }: Interaction): Interaction {
  const { chunks, ...unchunked } = response
  return { ...rest, response: !chunks || chunksFitBody(chunks, response.body.length) ? response : unchunked }
}
