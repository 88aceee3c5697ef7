import type { HttpHandler } from 'msw'
import { activeInterceptors } from '../platform/active-interceptors.ts'
import { enterScope, exitScope, isInScope } from '../scope/active-sessions.ts'
import type { Session } from '../session/session.ts'

/** The sessions whose handlers can be in a server that is listening, by the interceptor that ends when a server is closed. */
const ends = new WeakMap<object, Set<Session>>()
const waiting = new Set<WeakRef<Session>>()

/**
 * Makes a session answer only as long as its handler is in a server. MSW 3 reports when it removes a handler. MSW 2 does not: it
 * only resets all handlers, and ends its interceptor, which all servers share, when any of them is closed. Without its handler,
 * the session would answer requests of other servers and later tests.
 */
export function bindLifetime<Handler extends HttpHandler>(handler: Handler, session: Session): Handler {
  // A handler that is created while a server is listening is for `server.use`, and is removed by a reset.
  const added = activeInterceptors().major === 2 ? 'to-running-server' : 'to-new-server'
  const { reset } = handler as unknown as { reset?: () => void }
  waiting.add(new WeakRef(session))
  endWithServer()
  // Most servers are started right after their handlers are created, and MSW 2 does not report the start.
  queueMicrotask(endWithServer)
  return Object.assign(handler, {
    dispose: () => exitScope(session),
    reset() {
      reset?.call(handler)
      if (added === 'to-running-server' && activeInterceptors().major === 2) exitScope(session)
    },
  })
}

/** Called for each request that the handler of a session sees: it is in a server. */
export function keepAlive(session: Session): void {
  endWithServer()
  if (!isInScope(session) && !session.closing.aborted) {
    enterScope(session)
    waiting.add(new WeakRef(session))
    endWithServer()
  }
}

interface WithSubscriptions {
  readonly subscriptions?: (() => void)[]
}

/** MSW 2 calls the subscriptions of its interceptor when a server is closed. */
export function endWithServer(): void {
  const { major, source } = activeInterceptors()
  const { subscriptions } = (source ?? {}) as WithSubscriptions
  if (major !== 2 || !source || !subscriptions) return
  let sessions = ends.get(source)
  if (!sessions) {
    const members = new Set<Session>()
    ends.set(source, members)
    sessions = members
    subscriptions.push(() => {
      // The next server can start the same interceptor again.
      ends.delete(source)
      for (const session of members) exitScope(session)
    })
  }
  for (const reference of waiting) {
    const session = reference.deref()
    if (session && !session.closing.aborted) sessions.add(session)
  }
  waiting.clear()
}
