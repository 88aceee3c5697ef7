import { HttpResponse, isCommonAssetRequest } from 'msw'
import { CassetteSessionError } from '../errors/errors.ts'
import { isPage } from '../platform/environment.ts'
import { maskUrl } from '../secret/mask-url.ts'
import { toNetworkError } from './network-error.ts'
import { prepareServer } from './prepare-server.ts'

/** MSW's own report of an unhandled request. It prints an error; MSW before 2.13 throws it, too. */
interface Printer {
  error(): unknown
}

/**
 * Options for `server.listen` and `worker.start` with which a request that no handler answers fails, and never reaches the
 * network by accident. MSW's own `'error'` lets a request pass if its path looks like a file, such as `/v1/models.json`. In a
 * page, requests for its own files pass.
 *
 * MSW 2 knows only the first name and MSW 3 only the second; each ignores the other's.
 *
 * @example
 * server.listen(listenOptions)
 */
export const listenOptions = {
  // MSW reads the options when a server starts.
  get onUnhandledRequest() {
    prepareServer()
    return onUnhandledRequest
  },
  get onUnhandledFrame() {
    prepareServer()
    return onUnhandledFrame
  },
}

function onUnhandledRequest(request: Request, print: Printer): Promise<void> | undefined {
  if (isOwnFile(request)) return undefined
  if (isGlobalWebSocket(request)) return refuseWebSocket(request.url, print)
  try {
    print.error()
  } catch {
    // MSW before 2.13 throws an error that would end the process if the client is node:http.
  }
  refuse(`${request.method} ${maskUrl(request.url)}`)
}

/** MSW 2 reports a connection as a request. The package `ws` sends one, with a key. */
function isGlobalWebSocket({ headers }: Request): boolean {
  return headers.get('upgrade') === 'websocket' && !headers.has('sec-websocket-key')
}

async function refuseWebSocket(url: string, print: Printer): Promise<never> {
  const { failNextRefused } = await import('./web-socket-client.ts')
  await print.error()
  throw failNextRefused(url)
}

async function onUnhandledFrame({ frame, defaults }: { frame: { data: unknown }; defaults: Printer }): Promise<void> {
  const { request, connection } = frame.data as UnhandledData
  if (request && isOwnFile(request)) return
  if (connection) (await import('./web-socket-client.ts')).failIfRefused(connection)
  await defaults.error()
  refuse(request ? `${request.method} ${maskUrl(request.url)}` : 'the connection')
}

/** A frame of a request, or of a WebSocket. */
interface UnhandledData {
  readonly request?: Request
  readonly connection?: { readonly client: object }
}

function isOwnFile(request: Request): boolean {
  return globalThis.location?.origin === new URL(request.url).origin && isCommonAssetRequest(request)
}

function refuse(requested: string): never {
  // In a page, MSW answers 500 for an error, and takes a response that is thrown. The report was printed.
  if (isPage()) throw HttpResponse.error()
  throw toNetworkError(
    new CassetteSessionError(`No handler answers ${requested}, and requests don't reach the network by accident.`),
  )
}
