import { toWebSocketUrl } from '../http/web-socket-url.ts'

/** The options that clients pass in addition to those of the standard, as to `ws` or to Node's `WebSocket`. */
interface WebSocketOptions {
  /** Those that are undefined are not sent. */
  readonly headers?: ConstructorParameters<typeof Headers>[0] | Readonly<Record<string, string | undefined>>
  readonly protocols?: string | readonly string[]
}

/** The handshake that the arguments of `new WebSocket` request. */
export interface WebSocketArguments {
  readonly url: string
  readonly headers: Headers
}

/**
 * Reads the arguments of `new WebSocket`. In addition to the standard, the second or the third one can be an object with `headers`, as
 * for `ws`, Node, Bun and Deno.
 *
 * @throws SyntaxError, as a `DOMException`, for an invalid URL or subprotocol
 */
export function toWebSocketArguments(
  url: string | URL,
  second?: string | readonly string[] | WebSocketOptions,
  third?: WebSocketOptions,
): WebSocketArguments {
  const options = isOptions(second) ? second : (third ?? {})
  const protocols = [(isOptions(second) ? second.protocols : second) ?? []].flat()
  const headers = toHeaders(options.headers)
  if (new Set(protocols).size < protocols.length || !protocols.every((name) => TOKEN.test(name)))
    throw new DOMException(`The subprotocols are invalid: ${protocols.join(', ')}`, 'SyntaxError')
  if (protocols.length > 0) headers.set('sec-websocket-protocol', protocols.join(', '))
  return { url: toUrl(url), headers }
}

/** A token of HTTP. */
const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/

function toHeaders(init: WebSocketOptions['headers'] = {}): Headers {
  if (Symbol.iterator in init) return new Headers(init)
  return new Headers(Object.entries(init).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

function isOptions(value: unknown): value is WebSocketOptions {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function toUrl(url: string | URL): string {
  const text = String(url)
  const base = globalThis.location?.href
  const parsed = URL.canParse(text, base) ? new URL(text, base) : undefined
  if (!parsed || !/^(?:ws|http)s?:$/.test(parsed.protocol) || parsed.hash)
    throw new DOMException(`The URL of a WebSocket is invalid: ${text}`, 'SyntaxError')
  return toWebSocketUrl(parsed.href)
}
