import { isRefused, type RequestHead, sessionsThatAnswer, type UnhandledPolicy } from '../msw/unhandled-policy.ts'
import { activeSessions } from '../scope/active-sessions.ts'
import { isRemote } from '../session/covered-hosts.ts'
import type { Session } from '../session/session.ts'

/** Who answers a request: sessions, nobody because it must not leave this machine, or the network. */
type Verdict =
  | { readonly kind: 'answer'; readonly sessions: readonly Session[] }
  | { readonly kind: 'refuse' }
  | { readonly kind: 'send' }

/** Decides who answers a request, as the handlers of a runner's MSW server do together. */
export function judgeRequest(request: RequestHead, policy: UnhandledPolicy): Verdict {
  const answering = sessionsThatAnswer(request)
  if (answering.length > 0) return { kind: 'answer', sessions: answering }
  if (!isRefused(request.url, policy) || !isRemote(new URL(request.url))) return { kind: 'send' }
  const sessions = activeSessions()
  return sessions.length > 0 ? { kind: 'answer', sessions } : { kind: 'refuse' }
}
