import { CassetteEscapedError } from '../errors/errors.ts'
import { isOwnRequest } from '../http/own-requests.ts'
import { fetchPath } from '../platform/fetch-path.ts'
import { activeSessions } from '../scope/active-sessions.ts'
import { maskUrl } from '../secret/mask-url.ts'
import { passesThrough } from '../session/passes-through.ts'
import type { Session } from '../session/session.ts'
import { workarounds } from './workarounds.ts'

/** The sessions that answer through MSW. The sessions of `msw-cassette/fetch` answer only through their own `fetch`. */
const watched = new Set<Session>()

/**
 * Reports requests to the hosts of a session that do not go through MSW, from now until the session is closed.
 *
 * @param session a session that answers through MSW
 */
export function watchEscapes(session: Session): void {
  watched.add(session)
  session.closing.addEventListener('abort', () => watched.delete(session), { once: true })
}

/** Whether any session is open whose requests are watched. */
export function isWatching(): boolean {
  return watched.size > 0
}

/** A request, as clients publish it before they send it. */
export interface SentRequest {
  readonly method: string
  readonly url: string
  readonly headers?: Headers
}

/**
 * Finds the sessions that had to receive a request of the current asynchronous call.
 *
 * @param request the request
 */
export function sessionsFor({ url }: SentRequest): Session[] {
  if (isOwnRequest() || !URL.canParse(url)) return []
  return activeSessions().filter((session) => watched.has(session) && session.coverage.handlesUrl(url))
}

/** The client of a request that did not go through MSW. */
export type EscapingClient = keyof typeof workarounds

/**
 * Keeps a request that did not go through MSW in its sessions, whose tests then fail, unless one of them lets it pass.
 *
 * @returns the error, for the client; undefined for a request that may pass
 */
export function reportEscape(
  { method, url, headers = new Headers() }: SentRequest,
  client: EscapingClient,
  sessions: readonly Session[],
): CassetteEscapedError | undefined {
  // Only now: a function of the options must not be called twice for a request that is intercepted.
  if (sessions.length === 0 || sessions.some((session) => letsPass(session, { method, url, headers }))) return undefined
  const [first] = sessions
  const paths = sessions.map(({ path }) => path).join(', ')
  const error = new CassetteEscapedError(
    first?.path ?? '<text>',
    client,
    `${interceptor()} does not intercept ${method} ${maskUrl(url)}, so ${paths} can neither answer nor record it, and it was refused. ` +
      `${workarounds[client]} See docs/escapes.md for all clients that can't be intercepted.`,
  )
  for (const session of sessions) session.log.addEscape(error)
  return error
}

function interceptor(): string {
  return fetchPath.get() ? 'msw-cassette' : 'MSW'
}

/** Keeps what the current test started whose requests can't be seen. */
export function noteUnobserved(what: string): void {
  for (const session of activeSessions()) if (watched.has(session)) session.unobserved.add(what)
}

function letsPass(session: Session, request: Required<SentRequest>): boolean {
  if (session.mode === 'passthrough' || session.options.onMismatch === 'passthrough') return true
  try {
    return passesThrough(request, session.options)
  } catch {
    // It throws again for a request that is intercepted, and is reported then.
    return false
  }
}
