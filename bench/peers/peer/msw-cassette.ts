import { setupServer } from 'msw/node'
import { fromCassette } from 'msw-cassette'
import { cassetteIn } from '../../ours/cassette-file.ts'
import type { Opened } from '../../run/peer.ts'

export { writeCassette as prepare } from '../../ours/cassette-file.ts'

/** Replays a cassette through MSW 2, as others do. */
export async function open(folder: string): Promise<Opened> {
  // @ts-expect-error The library's types name the MSW of this repository, which is 3; where it runs here it finds MSW 2.
  const server = setupServer(...fromCassette(cassetteIn(folder)))
  server.listen()
  return { fetch: globalThis.fetch, close: () => server.close() }
}
