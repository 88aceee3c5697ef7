import { setupServer } from 'msw/node'
import { fromCassette } from 'msw-cassette'
import { cassetteIn } from '../../ours/cassette-file.ts'
import type { Replayer } from '../../run/peer.ts'

export { writeCassette as prepare } from '../../ours/cassette-file.ts'

/** Replays a cassette through MSW 2, for a comparison with libraries that need MSW 2. */
export async function open(folder: string): Promise<Replayer> {
  // @ts-expect-error The library's types refer to the MSW 3 of this repository. At run time it imports the MSW 2 of this folder.
  const server = setupServer(...fromCassette(cassetteIn(folder)))
  server.listen()
  return { fetch: globalThis.fetch, close: () => server.close() }
}
