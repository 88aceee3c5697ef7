import { CassetteSessionError } from '../errors/errors.ts'
import { activeInterceptors } from '../platform/active-interceptors.ts'
import { fetchPath } from '../platform/fetch-path.ts'
import { globalSlot } from '../platform/global-slot.ts'
import { assertEnvironment } from './assert-environment.ts'
import { registeredMajor } from './registered-handlers.ts'

/** The server that a runner's setup started. */
export interface Listening {
  /** `fetch` right after the start: a test might have replaced it since. */
  readonly fetch: typeof globalThis.fetch
  /** Starts the server again. */
  restart(): Listening
  /** Whether the server is known to receive requests. */
  state: 'unknown' | 'intercepts'
}

/** A port of this machine on which nothing listens: without a handler, the connection fails immediately. */
const PROBE = 'http://127.0.0.1:2/msw-cassette'
/** In a page, a worker answers for this path; without it, the page's own server does. */
const PAGE_PROBE = '/msw-cassette-probe'
const HEADER = 'x-msw-cassette'

// Taken at import: a test might replace it.
const { fetch } = globalThis

const slot = globalSlot<Listening>('listening/2')

/** Sets the server that has to receive requests; undefined after it was stopped. */
export function setListening(listening: Listening | undefined): void {
  slot.set(listening)
}

/**
 * Checks that the setup's server receives requests. With several servers, MSW calls only the one that was started last, twice
 * for each request, and none after that one is closed: a request of the test would then reach the network.
 *
 * @throws CassetteSessionError
 */
export async function assertServerIntercepts(): Promise<void> {
  assertCanIntercept()
  const listening = slot.get()
  if (!listening) {
    await assertOwnServerListens()
    return
  }
  if (listening.state === 'intercepts' && globalThis.fetch === listening.fetch) return
  if (await intercepts(listening)) return
  // Another server was closed, and interception ended with it.
  if (globalThis.fetch !== listening.fetch && (await intercepts(listening.restart()))) return
  throw new CassetteSessionError(
    "Another MSW server was started next to msw-cassette's, and MSW calls only that one. Use one server that also answers " +
      "from cassettes: cassettes({ server: 'own' }), and in a setup file setupServer(...handlers, ...scopedCassettes()).",
  )
}

/** A server of the test's own, in a setup file, or a worker. */
async function assertOwnServerListens(): Promise<void> {
  if (isPage()) {
    const response = await fetch(new URL(PAGE_PROBE, location.href)).catch(() => undefined)
    if (response?.headers.get(HEADER) === 'own') return
    throw new CassetteSessionError(
      "MSW's worker does not answer, so requests would reach the network. Before the first test: " +
        'await setupWorker(...scopedCassettes()).start(listenOptions).',
    )
  }
  if (activeInterceptors().major !== undefined) return
  throw new CassetteSessionError(
    'No MSW server is listening, so requests would reach the network. In a setup file: ' +
      'setupServer(...scopedCassettes()).listen(listenOptions).',
  )
}

function assertCanIntercept(): void {
  const mswMajor = fetchPath.get() ? undefined : registeredMajor()
  if (mswMajor === undefined) return
  const runtime = 'Bun' in globalThis ? 'bun' : 'Deno' in globalThis ? 'deno' : isPage() ? 'page' : 'node'
  const version = globalThis.process?.versions?.node ?? ''
  assertEnvironment({ mswMajor, runtime, version })
}

/** jsdom and happy-dom define a document, too. */
function isPage(): boolean {
  return typeof document !== 'undefined' && !globalThis.process?.versions?.node
}

async function intercepts(listening: Listening): Promise<boolean> {
  const response = await listening.fetch(PROBE).catch(() => undefined)
  const isOwn = response?.headers.get(HEADER) === 'own'
  if (isOwn) listening.state = 'intercepts'
  return isOwn
}

/** Tells whether a request only checks which server answers. */
export function isProbe({ url }: Pick<Request, 'url'>): boolean {
  return url === PROBE
}

/** Tells whether a request only checks that a page has a worker. Any cassette answers it, but not that of another server. */
export function isPageProbe({ url }: Request): boolean {
  return isPage() && new URL(url).pathname === PAGE_PROBE
}

/** Answers such a request. */
export function answerProbe(): Response {
  return new Response(null, { status: 204, headers: { [HEADER]: 'own' } })
}
