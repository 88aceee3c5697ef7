import { isOwnRequest } from '../http/own-requests.ts'
import { activeInterceptors } from '../platform/active-interceptors.ts'
import type { Session } from '../session/session.ts'
import { isWatching, reportEscape, type SentRequest, sessionsFor } from './escape-watch.ts'
import { consumeSeen } from './intercepted-requests.ts'

/** A request of undici, as its channels publish it. */
export interface UndiciRequest {
  readonly method: string
  readonly origin: string | URL
  readonly path: string
}

interface Watched extends SentRequest {
  readonly sessions: readonly Session[]
  state: 'created' | 'sent' | 'settled'
}

/** The part of a socket that is used here. */
interface Destroyable {
  destroy(error: Error): unknown
}

const requests = new WeakMap<UndiciRequest, Watched>()
/** The requests that were written to a connection of MSW, which has not passed them on yet, in that order. */
const written: Watched[] = []

/** The subscribers of undici's channels. Node's `fetch` is undici, too. */
export const undiciSubscribers: Readonly<
  Record<string, (message: { request: UndiciRequest; socket?: unknown }) => void>
> = {
  // Published in the context of the caller, unlike the others.
  'undici:request:create': ({ request }) => {
    if (!isWatching()) return
    const sent = { method: request.method, url: new URL(request.path, request.origin).href }
    const { major } = activeInterceptors()
    // The event of this socket must not be taken for that of another request to the same URL.
    if (isOwnRequest()) {
      if (major === 3) requests.set(request, { ...sent, sessions: [], state: 'created' })
      return
    }
    const sessions = sessionsFor(sent)
    if (sessions.length === 0) return
    // MSW 2 replaces fetch, so a request that arrives here was let pass on purpose, or was never seen.
    if (major === 2 && consumeSeen(sent)) return
    requests.set(request, { ...sent, sessions, state: 'created' })
  },
  // Published before the first byte is written.
  'undici:client:sendHeaders': ({ request, socket }) => {
    const watched = requests.get(request)
    if (watched?.state !== 'created') return
    if (activeInterceptors().major === 3 && isMswSocket(socket)) {
      watched.state = 'sent'
      written.push(watched)
      return
    }
    refuse(watched, socket as Destroyable)
  },
  'undici:request:headers': ({ request }) => {
    const watched = requests.get(request)
    // A connection that an earlier server let pass: MSW 3 never passed this request on.
    if (watched?.state === 'sent') {
      settle(watched)
      reportEscape(watched, 'a kept-alive connection', watched.sessions)
    }
  },
  'undici:request:error': ({ request }) => {
    const watched = requests.get(request)
    if (watched) settle(watched)
  },
}

/**
 * Finds the request of undici that MSW 3 has just read from one of its connections.
 *
 * @returns the sessions that have to receive it; undefined if it is not a request of undici
 */
export function takeWritten({ method, url }: SentRequest): readonly Session[] | undefined {
  const found = written.find((watched) => watched.method === method && watched.url === url)
  if (found) settle(found)
  return found?.sessions
}

function refuse(watched: Watched, socket: Destroyable): void {
  settle(watched)
  const client = activeInterceptors().major === 3 ? 'a kept-alive connection' : 'undici'
  const refusal = reportEscape(watched, client, watched.sessions)
  if (refusal) socket.destroy(refusal)
}

function settle(watched: Watched): void {
  watched.state = 'settled'
  const index = written.indexOf(watched)
  if (index >= 0) written.splice(index, 1)
}

/** MSW 3 marks the sockets that it controls. */
function isMswSocket(socket: unknown): boolean {
  if (typeof socket !== 'object' || socket === null) return false
  return Object.getOwnPropertySymbols(socket).some(({ description }) => description === 'kPatched')
}
