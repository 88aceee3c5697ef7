import { shorten } from '../diagnostics/shorten.ts'
import { escapeControlCharacters } from '../errors/escape-control-characters.ts'
import type { TextAnswer } from '../http/answer.ts'
import { maskUrl } from '../secret/mask-url.ts'
import type { Session } from '../session/session.ts'
import { type RefusedRequest, toRefusalBody } from './refusal-body.ts'

/** Creates an error response that SDKs do not retry and whose message they show. */
export function refusalAnswer(
  message: string,
  request: RefusedRequest,
  { status, statusText } = BAD_REQUEST,
): TextAnswer {
  const headers = new Headers({ 'content-type': 'application/json', 'x-should-retry': 'false' })
  return { kind: 'response', body: toRefusalBody(message, request), init: { status, statusText, headers } }
}

const BAD_REQUEST = { status: 400, statusText: 'Bad Request' }

/** Creates the answer for a function of the options that threw. The request fails once, and `verify()` throws the error. */
export function errorAnswer(error: unknown, request: RefusedRequest, sessions: readonly Session[]): TextAnswer {
  for (const session of sessions) session.setFailure(error)
  const paths = sessions.map(({ path }) => path).join(', ')
  const message = escapeControlCharacters(
    `Failed to answer ${shorten(maskUrl(request.url))} from ${paths}: ${String(error)}`,
  )
  console.error(`[msw-cassette] ${message}`)
  return refusalAnswer(message, request)
}
