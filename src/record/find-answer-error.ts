import type { Interaction } from '../cassette.ts'
import { shorten } from '../diagnostics/shorten.ts'
import { isJsonObject } from '../json/json-value.ts'
import { readAnswerEvents } from '../stream/read-answer-events.ts'

/**
 * Finds the error that an answer with a successful status contains: providers report one in a stream that has begun, and some
 * gateways in a body.
 *
 * @returns the type of the error, as far as it has one; undefined if there is none
 */
export function findAnswerError({ response }: Interaction): string | undefined {
  for (const { name, exception, json } of readAnswerEvents(response)) {
    const error = exception ?? errorOf(json) ?? (name === 'error' ? json : undefined)
    if (error !== undefined) return shorten(typeOf(error))
  }
  return undefined
}

/** OpenAI's Responses have the error in the response; other APIs have it at the top. */
function errorOf(json: unknown): unknown {
  if (!isJsonObject(json)) return undefined
  const { type, error, response } = json
  if (type === 'response.failed') return isJsonObject(response) ? (response.error ?? type) : type
  return error || (type === 'error' ? json : undefined) || undefined
}

/** Not the message, which can contain anything. */
function typeOf(error: unknown): string {
  if (typeof error === 'string' && /^[\w.]+$/.test(error)) return error
  const names = isJsonObject(error) ? [error.type, error.code, error.status] : []
  return names.find((each): each is string => typeof each === 'string' && each !== 'error') ?? 'error'
}
