import { CassetteSessionError } from '../errors/errors.ts'
import { globalSlot } from '../platform/global-slot.ts'

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
const HEADER = 'x-msw-cassette'

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
  const listening = slot.get()
  if (!listening || (listening.state === 'intercepts' && globalThis.fetch === listening.fetch)) return
  if (await intercepts(listening)) return
  // Another server was closed, and interception ended with it.
  if (globalThis.fetch !== listening.fetch && (await intercepts(listening.restart()))) return
  throw new CassetteSessionError(
    "Another MSW server was started next to msw-cassette's, and MSW calls only that one. Use one server that also answers " +
      "from cassettes: cassettes({ server: 'own' }), and in a setup file setupServer(...handlers, ...scopedCassettes()).",
  )
}

async function intercepts(listening: Listening): Promise<boolean> {
  const response = await listening.fetch(PROBE).catch(() => undefined)
  const isOwn = response?.headers.get(HEADER) === 'own'
  if (isOwn) listening.state = 'intercepts'
  return isOwn
}

/** Tells whether a request only checks which server answers. */
export function isProbe({ url }: Request): boolean {
  return url === PROBE
}

/** Answers such a request. */
export function answerProbe(): Response {
  return new Response(null, { status: 204, headers: { [HEADER]: 'own' } })
}
