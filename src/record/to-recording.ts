import { chunksFitBody, type Interaction } from '../cassette.ts'
import { runHook } from '../options/hooks.ts'
import type { Redactor } from '../secret/redactor.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import { keepHeaders } from './kept-headers.ts'
import type { Capture } from './recorder.ts'

/**
 * Makes of an exchange what is saved of it: few headers, no credentials, and what the hooks make of it.
 *
 * @param capture the exchange as it came
 * @param redactor replaces credentials
 * @param options the session's
 * @returns the interaction; undefined where a hook dropped it
 * @throws CassetteOptionError, and whatever a hook throws
 */
export function toRecording(
  { interaction, sent, received }: Capture,
  redactor: Redactor,
  options: CassetteOptions,
): Interaction | undefined {
  const captured = runHook(options.hooks, 'afterCapture', interaction)
  if (!captured) return undefined
  const { keepHeaders: more = [] } = options.redact ?? {}
  const kept: Interaction = {
    ...captured,
    request: {
      ...captured.request,
      headers: keepHeaders(captured.request.headers, 'request', [...more, ...(options.match?.headers ?? [])]),
    },
    response: { ...captured.response, headers: keepHeaders(captured.response.headers, 'response', more) },
  }
  const recording = runHook(options.hooks, 'beforeSave', redactor.interaction(kept, sent, received))
  return recording && withFittingChunks(recording)
}

/** A hook that changes a body does not know where its pieces would have ended. */
function withFittingChunks({ response, ...rest }: Interaction): Interaction {
  const { chunks, ...unchunked } = response
  return { ...rest, response: !chunks || chunksFitBody(chunks, response.body.length) ? response : unchunked }
}
