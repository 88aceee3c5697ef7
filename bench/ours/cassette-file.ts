import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cassetteOf } from '../data/exchange.ts'
import type { Recording } from '../run/peer.ts'

/** Writes a cassette of go-vcr. The library is imported only here: who replays may have another copy of it. */
export async function writeCassette({ folder, interactions, events }: Recording): Promise<void> {
  const { stringifyCassette } = await import('msw-cassette')
  writeFileSync(cassetteIn(folder), stringifyCassette(cassetteOf(interactions, events)))
}

/** Where it lies. */
export function cassetteIn(folder: string): string {
  return join(folder, 'cassette.yaml')
}
