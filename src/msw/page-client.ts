/** The client of a request that a page's service worker has intercepted. */
export interface PageClient {
  /** Aborts when the client leaves before its answer. */
  readonly signal: AbortSignal
  /** The request is answered. */
  release(): void
}

interface WaitingClient {
  readonly url: string
  /** When its request reached the handler. */
  readonly arrival: number
  readonly controller: AbortController
}

/** Requests that arrive this far apart were sent in the same order. Two that are closer can have overtaken each other. */
const DISTINCT_MS = 50

/** In order of arrival. */
const waiting = new Set<WaitingClient>()
/** Requests that ended early and belong to one of several clients. */
let unassigned: PerformanceEntry[] = []
let state: 'new' | 'observing' = 'new'

/**
 * Watches whether a client leaves before its answer. A service worker does not pass this on, so the signal of MSW's request never
 * aborts in a page. The browser reports it in the timing of resources: the request ends without a status while it is being
 * answered. Of several clients of one URL, none is taken for another one.
 *
 * @param url the URL of the request
 */
export function watchPageClient(url: string): PageClient {
  const client: WaitingClient = { url, arrival: performance.now(), controller: new AbortController() }
  waiting.add(client)
  if (state === 'new') observe()
  return {
    signal: client.controller.signal,
    release() {
      waiting.delete(client)
      unassigned = unassigned.filter((entry) => clientsOf(entry).length > 0)
    },
  }
}

function observe(): void {
  state = 'observing'
  const observer = new PerformanceObserver((list) => {
    const ended = list.getEntries().filter((entry) => Reflect.get(entry, 'responseStatus') === 0)
    unassigned = [...unassigned, ...ended].filter((entry) => clientsOf(entry).length > 0)
    for (const entry of unassigned) abortClientsOf(entry)
  })
  observer.observe({ type: 'resource' })
}

function abortClientsOf(entry: PerformanceEntry): void {
  const clients = clientsOf(entry)
  const [first, second] = clients
  const entries = unassigned.filter(({ name }) => name === entry.name)
  const isFirst = first !== undefined && second !== undefined && second.arrival - first.arrival > DISTINCT_MS
  if (entries.length < clients.length && !isFirst) return
  for (const client of isFirst ? [first] : clients) {
    waiting.delete(client)
    client.controller.abort(new DOMException('The client left before its answer.', 'AbortError'))
  }
}

/** The clients whose request an entry can be: it began before their request arrived, and ended after that. */
function clientsOf({ name, startTime, duration }: PerformanceEntry): WaitingClient[] {
  return [...waiting].filter(
    ({ url, arrival }) => url === name && arrival >= startTime && arrival <= startTime + duration,
  )
}
