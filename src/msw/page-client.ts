import { elapsedTime, startTimer } from '../platform/clock.ts'

/** The client of a request that a page's service worker has intercepted. */
export interface PageClient {
  /** Aborts when the client leaves before its answer. */
  readonly signal: AbortSignal
  /** The request is answered. */
  release(): void
}

interface Client {
  readonly url: string
  /** When its request reached the handler. */
  readonly arrival: number
  readonly controller: AbortController
  /** A request whose answer is a failure ends like one whose client has left. */
  state: 'waiting' | 'answered'
}

/** Requests that arrive this far apart were sent in the same order. Two that are closer can have overtaken each other. */
const DISTINCT_MS = 50
/** The browser reports the end of a request after it was answered. */
const REPORT_MS = 1000

/** In order of arrival. */
const clients = new Set<Client>()
/** Requests that ended without a response and belong to one of several clients. */
let unassigned: PerformanceEntry[] = []
let state: 'new' | 'observing' = 'new'

/**
 * Watches whether a client leaves before its answer. A service worker does not pass this on, so the signal of MSW's
 * request never aborts in a page. The browser reports it in the timing of resources: the request ends without a response. A
 * client is never taken for another client of the same URL: if it is not certain which one has left, none has.
 *
 * @param url the URL of the request
 */
export function watchPageClient(url: string): PageClient {
  const client: Client = { url, arrival: elapsedTime(), controller: new AbortController(), state: 'waiting' }
  clients.add(client)
  if (state === 'new') observe()
  return {
    signal: client.controller.signal,
    release() {
      client.state = 'answered'
      startTimer(() => forget(client), REPORT_MS)
    },
  }
}

function observe(): void {
  state = 'observing'
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!hasResponse(entry)) unassigned.push(entry)
      else forget(clientsOf(entry).find((client) => client.state === 'answered'))
    }
    for (const entry of unassigned) assign(entry)
    unassigned = unassigned.filter((entry) => clientsOf(entry).length > 0)
  })
  observer.observe({ type: 'resource' })
}

/** Older browsers have no `responseStatus`, and nothing is noticed there. */
function hasResponse(entry: PerformanceEntry): boolean {
  return Reflect.get(entry, 'responseStatus') !== 0 || Reflect.get(entry, 'responseStart') !== 0
}

/** Also drops the entries that could be its own: they must not be taken for those of another client. */
function forget(client: Client | undefined): void {
  if (!client) return
  unassigned = unassigned.filter((entry) => !clientsOf(entry).includes(client))
  clients.delete(client)
}

function assign(entry: PerformanceEntry): void {
  const candidates = clientsOf(entry)
  const [first, second] = candidates
  const entries = unassigned.filter(({ name }) => name === entry.name)
  const isFirst = first !== undefined && second !== undefined && second.arrival - first.arrival > DISTINCT_MS
  if (entries.length < candidates.length && !isFirst) return
  unassigned = unassigned.filter((each) => each !== entry)
  for (const client of isFirst ? [first] : candidates) {
    clients.delete(client)
    if (client.state === 'waiting')
      client.controller.abort(new DOMException('The client left before its answer.', 'AbortError'))
  }
}

/** The clients whose request an entry can be: it began before their request arrived, and ended after that. */
function clientsOf({ name, startTime, duration }: PerformanceEntry): Client[] {
  return [...clients].filter(
    ({ url, arrival }) => url === name && arrival >= startTime && arrival <= startTime + duration,
  )
}
