import { setupServer } from 'msw/node'
import { fromCassette } from 'msw-cassette'
import type { Replayer } from '../run/peer.ts'
import { cassetteIn } from './cassette-file.ts'

export { writeCassette as prepare } from './cassette-file.ts'

/** Replays a cassette through MSW 3. */
export async function open(folder: string): Promise<Replayer> {
  const server = setupServer(...fromCassette(cassetteIn(folder)))
  server.listen()
  return { fetch: globalThis.fetch, close: () => server.close() }
}
