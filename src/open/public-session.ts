import type { HttpHandler, WebSocketHandler } from 'msw'
import { createHandler } from '../msw/handler.ts'
import { createWebSocketHandler } from '../msw/web-socket-handler.ts'
import { enterScope } from '../scope/active-sessions.ts'
import { type FetchSession, SessionWithFetch } from './fetch-session.ts'

/** One cassette in use, with MSW handlers and `fetch` as its entry points. */
export interface CassetteSession extends FetchSession {
  /** MSW handlers for `setupServer`, `setupWorker` and `server.use`. */
  readonly handlers: (HttpHandler | WebSocketHandler)[]
}

/** A session with both entry points, as the library itself uses it. */
export class PublicSession extends SessionWithFetch implements CassetteSession {
  #handlers: CassetteSession['handlers'] | undefined

  get handlers(): CassetteSession['handlers'] {
    this.#handlers ??= [createHandler(this), createWebSocketHandler(this)]
    enterScope(this)
    return this.#handlers
  }
}
