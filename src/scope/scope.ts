import type { Session } from '../session/session.ts'
import { type AsyncContext, createAsyncContext } from './async-context.ts'

/** The sessions that answer requests made from one place: the whole process, or one test of many that run at once. */
export interface Scope {
  readonly outer: Scope | undefined
  readonly sessions: Set<Session>
}

interface State {
  readonly root: Scope
  /** Made for the first scope besides the root. */
  context?: AsyncContext<Scope>
  /** Whether any handler was made that could ask a scope. */
  handlers: 'none' | 'made'
}

// On the global object, so that two copies of this module, as after vi.resetModules(), agree.
const KEY = Symbol.for('msw-cassette/scope/1')
const holder = globalThis as { [KEY]?: State }

function state(): State {
  holder[KEY] ??= { root: { outer: undefined, sessions: new Set() }, handlers: 'none' }
  return holder[KEY]
}

/** The scope of the current asynchronous call. */
export function currentScope(): Scope {
  return state().context?.get() ?? state().root
}

/**
 * Runs a function in a scope of its own, inside the current one.
 *
 * @param session what answers there, before what answers outside
 * @param fn what to run
 */
export function runInScope<R>(session: Session, fn: () => R): R {
  const current = state()
  current.context ??= createAsyncContext()
  return current.context.run({ outer: currentScope(), sessions: new Set([session]) }, fn)
}

/**
 * The sessions of the current scope and of those around it, the innermost first.
 *
 * @param asked comes before the others of its scope: a test before may have left some behind
 */
export function activeSessions(asked?: Session): Session[] {
  const visible: Session[] = []
  for (let scope: Scope | undefined = currentScope(); scope; scope = scope.outer) {
    if (asked && scope.sessions.has(asked)) visible.push(asked)
    visible.push(...[...scope.sessions].filter((session) => session !== asked))
  }
  return asked && !visible.includes(asked) ? [asked, ...visible] : visible
}

/** Remembers that a handler exists: from now on scopes are asked. */
export function registerHandler(): void {
  state().handlers = 'made'
}

/** Tells whether any handler exists that could ask a scope. */
export function hasHandlers(): boolean {
  return state().handlers === 'made'
}
