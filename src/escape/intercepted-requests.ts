import { activeInterceptors } from '../platform/active-interceptors.ts'
import type { SentRequest } from './escape-watch.ts'

/** A request as MSW's interceptors publish it. */
interface RequestEvent {
  readonly request: Request
  /** In MSW 3, the object of the client: a `Request`, a `ClientRequest`, or only a socket if MSW knows no client. */
  readonly initiator?: unknown
  readonly controller: { readonly readyState?: unknown; errorWith(error: Error): unknown }
}

/** Refuses a request that MSW 3 read from a socket, and for which it has no handlers. */
export type OnUnhandledSocket = (request: SentRequest) => Error | undefined

const PENDING = 0
/** The requests that MSW 2 is about to let pass. */
const seen: SentRequest[] = []
let listener: ((event: RequestEvent) => void) | undefined

/**
 * Listens to the interceptors of MSW that are active. Call it again after a server was started.
 *
 * @param onClient called in MSW 3 for each request that its handlers receive
 * @param onSocket called in MSW 3 for each request that its handlers do not receive
 */
export function attachToInterceptors(onClient: (request: SentRequest) => void, onSocket: OnUnhandledSocket): void {
  const { major, source } = activeInterceptors()
  // MSW removes all listeners with its last server, and can then start the same interceptor again.
  const listeners = source?.listeners?.('request') ?? source?.emitter?.listeners?.('request') ?? []
  if (!source || (listener && listeners.includes(listener))) return
  listener = ({ request, initiator, controller }: RequestEvent): void => {
    const { method, url, headers } = request
    // With another state, a handler has already answered.
    if (major === 2 && controller.readyState === PENDING) seen.push({ method, url })
    if (major === 2) return
    if (!isSocket(initiator)) {
      onClient({ method, url })
      return
    }
    const refusal = onSocket({ method, url, headers })
    if (refusal) controller.errorWith(refusal)
  }
  // In MSW 3 before its handlers, which send a request of their own to the same URL when they record.
  if (source.emitter?.earlyOn) source.emitter.earlyOn('request', listener)
  else source.on('request', listener)
}

/** Takes a request from those that MSW 2 has let pass. */
export function consumeSeen({ method, url }: SentRequest): boolean {
  const index = seen.findIndex((request) => request.method === method && request.url === url)
  if (index >= 0) seen.splice(index, 1)
  return index >= 0
}

function isSocket(initiator: unknown): boolean {
  return typeof initiator === 'object' && initiator !== null && 'remoteAddress' in initiator
}
