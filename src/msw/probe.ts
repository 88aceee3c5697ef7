import { CassetteSessionError } from '../errors/errors.ts'

/** The server that a runner's setup started. */
export interface Listening {
  /** `fetch` as it became then: a test may have put another in its place. */
  readonly fetch: typeof globalThis.fetch
  /** Starts it once more. */
  restart(): Listening
  /** Whether it was seen to be asked. */
  state: 'unknown' | 'asked'
}

/** To a port of this machine that nothing listens on: where no handler answers, nothing does, and at once. */
const PROBE = 'http://127.0.0.1:2/msw-cassette'
const HEADER = 'x-msw-cassette'

// On the global object, as the server.
const KEY = Symbol.for('msw-cassette/listening/1')
const holder = globalThis as { [KEY]?: Listening | undefined }

/** Sets which server is to be asked; undefined where it was stopped. */
export function noteListening(listening: Listening | undefined): void {
  holder[KEY] = listening
}

/**
 * Makes sure that the setup's server is asked. Of several servers MSW asks only the one that was started last, each request
 * twice, and none at all when that one is closed: a request of the test would reach the network.
 *
 * @throws CassetteSessionError
 */
export async function assertServerIntercepts(): Promise<void> {
  const listening = holder[KEY]
  if (!listening || (listening.state === 'asked' && globalThis.fetch === listening.fetch)) return
  if (await isAsked(listening)) return
  // Another server was closed, and took the interception with it.
  if (globalThis.fetch !== listening.fetch && (await isAsked(listening.restart()))) return
  throw new CassetteSessionError(
    'Another MSW server was started beside the one of msw-cassette, and MSW asks only that one. Have one server, that answers ' +
      "from cassettes, too: cassettes({ server: 'own' }), and in a setup file setupServer(...handlers, ...scopedCassettes()).",
  )
}

async function isAsked(listening: Listening): Promise<boolean> {
  const response = await listening.fetch(PROBE).catch(() => undefined)
  const isOwn = response?.headers.get(HEADER) === 'own'
  if (isOwn) listening.state = 'asked'
  return isOwn
}

/** Whether a request only asks who answers. */
export function isProbe({ url }: Request): boolean {
  return url === PROBE
}

/** What the handler of the setup's server answers to that. */
export function answerProbe(): Response {
  return new Response(null, { status: 204, headers: { [HEADER]: 'own' } })
}
