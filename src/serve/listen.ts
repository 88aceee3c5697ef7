import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { CassetteSessionError } from '../errors/errors.ts'
import { refuseOption } from '../options/checks.ts'
import { isError } from '../platform/cross-realm.ts'
import { answerHttp } from './answer-http.ts'
import { checkListenOptions, type ListenOptions } from './listen-options.ts'
import type { Provider } from './providers.ts'
import { resolveRoutes } from './routes.ts'
import type { ServedSessions } from './serve-request.ts'
import { serveUpgrade } from './serve-upgrade.ts'

/** A session as an HTTP server. */
export interface CassetteServer extends AsyncDisposable {
  /** Such as `http://127.0.0.1:40123`. */
  readonly url: string
  /**
   * Returns the base URL of a provider, such as `http://127.0.0.1:40123/openai`.
   *
   * @param route the name of a route
   * @param place the resource of `azure`, or the region of `bedrock` and `vertex`
   * @throws CassetteOptionError if there is no such route
   */
  urlFor(route: string, place?: string): string
  /** Ends all connections. The session stays open. */
  close(): Promise<void>
}

/**
 * Serves sessions to other processes.
 *
 * @param served the sessions
 * @param options see `ListenOptions`
 * @throws CassetteOptionError for an invalid option; CassetteSessionError if the port is not available
 */
export async function listen(served: ServedSessions, options: ListenOptions = {}): Promise<CassetteServer> {
  checkListenOptions(options, '')
  const routes = resolveRoutes(options.routes)
  const serving = { served, routes, options }
  const server = createServer((request, response) => void answerHttp(request, response, serving))
  // The server forgets the connections that are upgraded.
  const upgraded = new Set<Duplex>()
  // A recorded answer can take as long as a model.
  server.requestTimeout = 0
  server.on('upgrade', (message, socket, head) => {
    upgraded.add(socket)
    socket.once('close', () => upgraded.delete(socket))
    void serveUpgrade({ message, socket, head }, serving)
  })
  await bind(server, options)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    for (const socket of upgraded) socket.destroy()
    return closed
  }
  return { url, urlFor: (route, place) => url + toPath(routes, route, place), close, [Symbol.asyncDispose]: close }
}

async function bind(server: Server, { port = 0, host = '127.0.0.1' }: ListenOptions): Promise<void> {
  try {
    await once(server.listen(port, host), 'listening')
  } catch (error) {
    const isUsed = isError(error) && 'code' in error && error.code === 'EADDRINUSE'
    const why = isUsed ? 'it is in use' : String(error)
    throw new CassetteSessionError(
      `Failed to listen on port ${port}: ${why}. Choose another one, or 0 for any free one.`,
    )
  }
}

function toPath(routes: readonly Provider[], route: string, place: string | undefined): string {
  const found = routes.find(({ name }) => name === route)
  if (!found) refuseOption('route', route, `one of ${routes.map(({ name }) => `'${name}'`).join(', ')}`)
  if (!found.origin.includes('{}')) return `/${route}`
  return place ? `/${route}/${place}` : refuseOption('place', place, `the resource or region of ${route}`)
}
