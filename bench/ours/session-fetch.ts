import { openCassette } from 'msw-cassette'
import type { Replayer } from '../run/peer.ts'
import { cassetteIn } from './cassette-file.ts'

export { writeCassette as prepare } from './cassette-file.ts'

/** Replays a cassette without MSW. */
export async function open(folder: string): Promise<Replayer> {
  const session = openCassette(cassetteIn(folder), { mode: 'replay', repeat: 'last' })
  return { fetch: session.fetch, close: async () => await session[Symbol.asyncDispose]() }
}
