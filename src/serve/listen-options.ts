import { type Check, objectOf, oneOf, satisfying } from '../options/checks.ts'
import type { Routes } from './routes.ts'

/** How a session listens. */
export interface ListenOptions {
  /** The port. Default 0: any free one. */
  port?: number
  /**
   * The address to bind to. Default `'127.0.0.1'`, which only this machine can reach. While recording, the server forwards the
   * keys of its clients: with `'0.0.0.0'`, every machine of the network can see and use it.
   */
  host?: '127.0.0.1' | '0.0.0.0'
  /** More routes, by the first segment of their path. Default: the known providers. */
  routes?: Routes
  /** The origin of pages that can send requests, such as `'http://localhost:5173'`, or `'*'`. Default: none. */
  cors?: string
}

/** Checks the options of a server. */
export const checkListenOptions: Check = objectOf<ListenOptions>({
  port: satisfying(
    (port) => Number.isInteger(port) && Number(port) >= 0 && Number(port) < 65_536,
    'a port, or 0 for any free one',
  ),
  host: oneOf(['127.0.0.1', '0.0.0.0']),
  routes: satisfying(
    (routes) => typeof routes === 'object' && routes !== null,
    "a map such as { openai: 'https://…' }",
  ),
  cors: satisfying((origin) => typeof origin === 'string' && origin !== '', "an origin, or '*'"),
})
