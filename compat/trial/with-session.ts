import { setupServer } from 'msw/node'
import { type CassetteSession, listenOptions, llmDefaults, openCassette } from '../../dist/index.js'
import type { Client, Route, Target } from '../client.ts'
import type { Phase } from './trial.ts'

/** A session, and how a client reaches it. */
interface Opened {
  readonly session: CassetteSession
  readonly target: Pick<Target, 'base' | 'own'>
}

/**
 * Opens a cassette, lets a client use it, and closes it.
 *
 * @param place the client, the route, the phase, the file and the address of the provider
 * @param use its result is returned
 */
export async function withSession<T>(
  {
    client,
    route,
    phase,
    file,
    origin: provider,
  }: { client: Client; route: Route; phase: Phase; file: string; origin: string },
  use: (opened: Opened) => Promise<T>,
): Promise<T> {
  const origin = client.origin ?? provider
  const session = openCassette(file, {
    mode: phase,
    // Only this machine has to be named.
    ...(client.origin === undefined && { hosts: ['127.0.0.1'] }),
    ...(client.needs?.match === 'llmDefaults' && { match: { normalize: llmDefaults() } }),
    ...(client.needs?.match === 'unordered frames' && { match: { frames: 'unordered' } }),
  })
  if (route === 'session.fetch') return use({ session, target: { base: origin, own: { fetch: session.fetch } } })
  if (route === 'session.WebSocket')
    return use({ session, target: { base: origin, own: { WebSocket: session.WebSocket } } })
  if (route === 'server') {
    const server = await session.listen({ routes: { provider: origin } })
    try {
      return await use({ session, target: { base: server.urlFor('provider'), own: {} } })
    } finally {
      await server.close()
    }
  }
  const server = setupServer(...session.handlers)
  server.listen(listenOptions)
  try {
    return await use({ session, target: { base: origin, own: {} } })
  } finally {
    server.close()
  }
}
