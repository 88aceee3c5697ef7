import type { IncomingMessage, RequestOptions } from 'node:http'
import { toWebSocketUrl } from '../http/web-socket-url.ts'

/** A call of `http.request` or `http.get` that opens a WebSocket. */
export interface UpgradeCall {
  readonly options: RequestOptions
  /** Begins with `ws`. */
  readonly url: string
  readonly callback: ((message: IncomingMessage) => void) | undefined
}

/**
 * Reads the arguments of `request` or `get` of `node:http` or `node:https`.
 *
 * @param args a URL, options and a callback, of which the first or the second one can be absent
 * @param protocol of the function, such as `https:`
 * @returns undefined for a request that does not open a WebSocket, or that goes to a local socket
 */
export function toUpgradeCall(args: readonly unknown[], protocol: string): UpgradeCall | undefined {
  const options = args.find((each): each is RequestOptions => isOptions(each))
  if (!options || options.socketPath || !isWebSocket(options.headers)) return undefined
  const url = toUrl(args[0], options, protocol)
  if (url === undefined) return undefined
  const callback = args.find((each): each is UpgradeCall['callback'] => typeof each === 'function')
  return {
    options: args[0] === options ? options : { ...fromUrl(url), ...options },
    url: toWebSocketUrl(url),
    callback,
  }
}

function isOptions(argument: unknown): boolean {
  return typeof argument === 'object' && argument !== null && !(argument instanceof URL)
}

function isWebSocket(headers: RequestOptions['headers']): boolean {
  if (typeof headers !== 'object' || Array.isArray(headers)) return false
  return Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === 'upgrade' && String(value).toLowerCase() === 'websocket',
  )
}

/** The options that the URL of the first argument means. */
function fromUrl(url: string): RequestOptions {
  const { hostname, port, pathname, search } = new URL(url)
  return { hostname, port, path: pathname + search }
}

function toUrl(first: unknown, options: RequestOptions, protocol: string): string | undefined {
  if (typeof first === 'string' || first instanceof URL) return String(first)
  const host = options.hostname ?? options.host ?? 'localhost'
  const port = options.port ? `:${options.port}` : ''
  const origin = `${protocol}//${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}${port}`
  // Not relative to the origin: a path can begin with two slashes.
  const url = origin + (options.path ?? '/')
  return URL.canParse(url) ? new URL(url).href : undefined
}
