import type { CassetteSession } from '../dist/index.js'

/** The four ways in which the requests of a client reach a session. */
export const routes = ['MSW 3', 'MSW 2', 'session.fetch', 'server'] as const
/** Clients of WebSockets list their routes: those that accept a class can use the session's. */
export type Route = (typeof routes)[number] | 'session.WebSocket'

/** The surroundings of one call. */
export interface Target {
  /** The address of the provider, or of the session's server. */
  readonly base: string
  /** The session's `fetch` or `WebSocket`, if it is the route. Spread it into the options of the client. */
  readonly own: { readonly fetch?: typeof globalThis.fetch; readonly WebSocket?: CassetteSession['WebSocket'] }
  readonly prompt: string
  /** Aborted by the trials that leave a stream. */
  readonly signal: AbortSignal
  /** Called for each piece of a stream that the user of the client sees. */
  readonly onPiece: () => void
}

/** Sends one or more requests, and returns what the user of the client sees. */
export type Call = (target: Target) => Promise<unknown>

/** A client, and how it is used. */
export interface Client {
  readonly name: string
  /** The package whose version the table shows. Default: the name. */
  readonly package?: string
  /** Default: all. Clients with a `fetch` of their own can't use the session's. */
  readonly routes?: readonly Route[]
  /** The address that the client has built in. The provider takes its place. Default: the provider's own. */
  readonly origin?: string
  /** Present if MSW never sees its requests: with MSW, a session has to refuse them. */
  readonly escapes?: 'always'
  /** Options that the client needs, and why. */
  readonly needs?: { readonly match: 'llmDefaults' | 'unordered frames'; readonly reason: string }
  /** Calls with fixed names are tried in more ways; the others are only recorded and replayed. */
  readonly calls: {
    readonly plain?: Call
    readonly stream?: Call
    /** Two turns: the model calls a tool, and answers when it has the result. */
    readonly tool?: Call
    readonly [name: string]: Call | undefined
  }
}

/** The routes of a client that can't be given a `fetch`. */
export const withoutFetch: readonly Route[] = ['MSW 3', 'MSW 2', 'server']

/**
 * Reads a stream to its end.
 *
 * @param stream the pieces
 * @param onPiece see `Target`
 * @param pick selects the part of a piece that is compared
 */
export async function collect<T>(
  stream: AsyncIterable<T>,
  onPiece: () => void,
  pick: (piece: T) => unknown = (piece) => piece,
): Promise<unknown[]> {
  const pieces: unknown[] = []
  for await (const piece of stream) {
    pieces.push(pick(piece))
    onPiece()
  }
  return pieces
}

/** The schema of the arguments of the tool `weather`. */
export const weatherSchema = {
  type: 'object' as const,
  properties: { city: { type: 'string' as const } },
  required: ['city'],
}

/** The tool `weather`, as OpenAI's API and those like it describe it. */
export const weatherTool = {
  type: 'function' as const,
  function: { name: 'weather', description: 'The temperature in a city', parameters: weatherSchema },
}
