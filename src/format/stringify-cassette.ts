import type { Cassette } from '../cassette.ts'
import { writeGoVcr2 } from './write-go-vcr-2.ts'

/**
 * Writes a cassette as the text of a file, in go-vcr's version 2 format.
 *
 * @param cassette any cassette, whatever format it was read from
 */
export function stringifyCassette({ interactions }: Pick<Cassette, 'interactions'>): string {
  return writeGoVcr2(interactions)
}
