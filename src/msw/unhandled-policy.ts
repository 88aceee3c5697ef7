import { telemetryAnswer } from '../answer/protocol-answer.ts'
import { refusalAnswer } from '../answer/refusal.ts'
import type { ResponseAnswer } from '../http/answer.ts'
import type { HttpRequest } from '../http/http-request.ts'
import { isTelemetry } from '../http/telemetry.ts'
import { activeSessions } from '../scope/active-sessions.ts'
import { isRemote } from '../session/covered-hosts.ts'
import type { Session } from '../session/session.ts'
import { isRemembered } from './ended-hosts.ts'

/** The part of a request that decides who answers it. */
export type RequestHead = Pick<HttpRequest, 'method' | 'url'> & { readonly headers: Headers }

/** Which tests can't reach other machines. */
export type UnhandledPolicy = 'every-test' | 'tests-with-a-cassette'

/**
 * Finds the sessions that answer a request. The others note it.
 *
 * @param first comes before the others of its scope
 */
export function sessionsThatAnswer(request: RequestHead, first?: Session): Session[] {
  return activeSessions(first).filter(({ coverage }) => {
    const isHandled = coverage.handlesUrl(request.url) || coverage.isTelemetry(request)
    if (!isHandled) coverage.noteUnanswered(request.url)
    return isHandled
  })
}

/**
 * Tells whether nothing may send a request to a URL. Other machines can't be reached by accident, and a cassette covers also the hosts of
 * this machine that it contains.
 */
export function isRefused(url: string, policy: UnhandledPolicy): boolean {
  const target = new URL(url.replace(/^ws/, 'http'))
  const sessions = activeSessions()
  if (sessions.some((session) => session.coverage.handlesUrl(target.href))) return true
  return isRemote(target) && (policy === 'every-test' || sessions.length > 0 || isRemembered(target.href))
}

/** Answers a request to another machine of a test without a cassette. */
export function answerWithout(request: RequestHead): ResponseAnswer {
  if (isTelemetry(request)) return telemetryAnswer(request)
  const { method, url } = request
  return refusalAnswer(
    `Nothing answers ${method} ${url}: this test has no cassette, and requests don't reach the network by accident. Give the ` +
      'test a cassette, or answer with a handler of your own.',
    request,
  )
}
