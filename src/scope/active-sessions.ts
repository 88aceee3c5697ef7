import { globalSlot } from '../platform/global-slot.ts'
import type { Session } from '../session/session.ts'
import { type Scope, Scopes } from './scope.ts'

interface SessionScopes {
  readonly scopes: Scopes<Session>
  /** The scope that each session has entered. */
  readonly entered: WeakMap<Session, Scope<Session>>
}

const slot = globalSlot<SessionScopes>('scope/2')

function state(): SessionScopes {
  const known = slot.get()
  if (known) return known
  const created = { scopes: new Scopes<Session>(), entered: new WeakMap<Session, Scope<Session>>() }
  slot.set(created)
  return created
}

/**
 * The sessions that answer requests of the current asynchronous call, innermost first.
 *
 * @param first comes before the others of its scope: an earlier test might have left a session behind
 */
export function activeSessions(first?: Session): Session[] {
  return state().scopes.visible(first)
}

/** Runs a function, such as a test, for which a session answers before all sessions outside it. */
export function runInScope<Result>(session: Session, fn: () => Result): Result {
  return state().scopes.run(session, fn)
}

/** Makes a session answer requests of the current scope, until it is closed. */
export function enterScope(session: Session): void {
  const { scopes, entered } = state()
  const scope = entered.get(session) ?? scopes.current
  entered.set(session, scope)
  scope.members.add(session)
  session.closing.addEventListener('abort', () => scope.members.delete(session), { once: true })
}

/** Tells whether a session answers requests of the scope that it entered. */
export function isInScope(session: Session): boolean {
  return state().entered.get(session)?.members.has(session) ?? false
}

/** Stops a session from answering requests of its scope, because its handlers were removed from their server. */
export function exitScope(session: Session): void {
  state().entered.get(session)?.members.delete(session)
}
