import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cassetteOf } from '../data/exchange.ts'
import type { Recording } from '../run/peer.ts'

/** Writes a go-vcr cassette. Only this function imports the library, since the process that replays can have another copy of it. */
export async function writeCassette({ folder, interactions, events }: Recording): Promise<void> {
  const { stringifyCassette } = await import('msw-cassette')
  writeFileSync(cassetteIn(folder), stringifyCassette(cassetteOf(interactions, events)))
}

/** The path of the cassette in a folder. */
export function cassetteIn(folder: string): string {
  return join(folder, 'cassette.yaml')
}
