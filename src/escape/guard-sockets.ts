import type { Socket } from 'node:net'
import { captureStack } from '../errors/capture-stack.ts'
import { isOwnRequest } from '../http/own-requests.ts'
import { activeInterceptors } from '../platform/active-interceptors.ts'
import { builtin } from '../platform/builtin.ts'
import { noteUnobserved, reportEscape, sessionsFor } from './escape-watch.ts'
import { networkPolicy } from './network-policy.ts'

/** The address to which a socket connects. */
interface Address {
  readonly host: string
  readonly port: number
}

/** HTTP's own ports. A connection to another one can be that of a database, which MSW leaves alone, too. */
const PROTOCOLS = new Map([
  [80, 'http'],
  [443, 'https'],
])

/** The clients whose requests MSW 2 receives, unless the package undici sends them with the connections of Node's `fetch`. */
const MSW_2_CLIENT = /node:(?:_http_agent|_http_client|https|internal\/deps\/undici)/
const UNDICI_PACKAGE = /[\\/]undici[\\/]lib[\\/]/

/** The code that connects for a client whose requests `watchRequests` sees, as it is in a line of a stack. */
const WATCHED_CLIENTS = [MSW_2_CLIENT, /node:internal\/http2/, UNDICI_PACKAGE]

/** A request of the package undici has 14 frames of Node's agent above its own. */
const STACK_LIMIT = 25

/** The modules of Node through which all of them connect. */
const SOCKET_MODULES = /\bnode:(?:net|_tls_wrap)\b/

/**
 * Refuses connections to other machines that MSW does not see, also those that no client opens for a request, see `networkPolicy`.
 * Connections to other ports than those of HTTP are only noted, unless a cassette covers them.
 *
 * @returns ends it
 */
export function guardSockets(): () => void {
  const net = builtin('net')
  if (!net) return () => {}
  const { prototype } = net.Socket
  const { connect } = prototype
  const guarded = function (this: Socket, ...args: unknown[]): Socket {
    const refusal = judge(args, () => callersOf(guarded))
    if (!refusal) return Reflect.apply(connect, this, args)
    // As a failed connection is reported, so that a client that listens afterwards gets it.
    queueMicrotask(() => this.destroy(refusal))
    return this
  }
  prototype.connect = guarded
  return () => {
    if (prototype.connect === guarded) prototype.connect = connect
  }
}

function judge(args: readonly unknown[], findCallers: () => string[]): Error | undefined {
  const { major } = activeInterceptors()
  // MSW 3 reads the requests of all sockets.
  if (isOwnRequest() || major === 3) return undefined
  const address = addressOf(args)
  const url = address && urlsOf(address).find((each) => networkPolicy.get()?.(each))
  if (!address || url === undefined) return undefined
  const [caller = '', ...others] = findCallers()
  // A handler can have let the request pass.
  if (major === 2 && MSW_2_CLIENT.test(caller) && !others.some((line) => UNDICI_PACKAGE.test(line))) return undefined
  const isWatched = WATCHED_CLIENTS.some((client) => client.test(caller))
  const sessions = sessionsFor({ method: 'CONNECT', url })
  // The request is refused before its first byte is written, with a message that names it.
  if (sessions.length > 0) return isWatched ? undefined : reportEscape({ method: 'CONNECT', url }, 'a socket', sessions)
  if (isWatched || PROTOCOLS.has(address.port)) return networkPolicy.get()?.(url)
  noteUnobserved(`a connection to ${address.host}:${address.port}`)
  return undefined
}

/** Node normalizes the arguments of its own functions to a list with the options and the callback. */
function addressOf([first, second]: readonly unknown[]): Address | undefined {
  if (Array.isArray(first)) return addressOf(first)
  if (typeof first === 'object' && first !== null) {
    const { host, port, path }: { host?: unknown; port?: unknown; path?: unknown } = first
    return path || port === undefined ? undefined : { host: String(host ?? 'localhost'), port: Number(port) }
  }
  const port = Number(first)
  return Number.isNaN(port) ? undefined : { host: typeof second === 'string' ? second : 'localhost', port }
}

function urlsOf({ host, port }: Address): string[] {
  const hostname = host.includes(':') ? `[${host}]` : host
  const known = PROTOCOLS.get(port)
  return (known ? [known] : ['https', 'http']).flatMap((protocol) => {
    const url = `${protocol}://${hostname}:${port}/`
    return URL.canParse(url) ? [new URL(url).href] : []
  })
}

/** The lines of the stack above the code that opens sockets, the nearest first. A client that only calls that code does not count. */
function callersOf(connect: (...args: never[]) => unknown): string[] {
  const lines = captureStack({}, connect, STACK_LIMIT).split('\n').slice(1)
  const first = lines.findIndex((line) => !SOCKET_MODULES.test(line))
  return first === -1 ? [] : lines.slice(first)
}
