import type { HttpHandler } from 'msw'
import { watchRequests } from '../escape/watch-channels.ts'
import { loadMswSide } from '../msw/load-msw-side.ts'
import { enterScope } from '../scope/active-sessions.ts'
import { SessionWithFetch } from './fetch-session.ts'
import { sessionModules } from './node-modules.ts'
import { type Opening, prepareSession } from './prepare-session.ts'
import type { CassetteSession } from './public-session.ts'

/** A session of a runner's setup. It loads MSW only if the test uses its handlers. */
export class RunnerSession extends SessionWithFetch implements CassetteSession {
  #handlers: HttpHandler[] | undefined

  get handlers(): HttpHandler[] {
    this.#handlers ??= [loadMswSide('`session.handlers`').createHandler(this)]
    enterScope(this)
    return this.#handlers
  }
}

/** Opens the cassette of a test, and returns the session as a runner's setup uses it. */
export function createRunnerSession(opening: Opening): RunnerSession {
  const session = new RunnerSession(prepareSession(opening, sessionModules))
  watchRequests(session)
  return session
}
