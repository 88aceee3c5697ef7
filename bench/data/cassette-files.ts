import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringifyCassette } from 'msw-cassette'
import { cassetteOf } from './exchange.ts'

/** Writes a cassette with this many interactions and returns its path. */
export function cassetteFile(folder: string, interactions: number): string {
  const file = join(folder, `${interactions}.yaml`)
  writeFileSync(file, stringifyCassette(cassetteOf(interactions, 40)))
  return file
}

/** Writes the same data as JSON. */
export function jsonFile(folder: string, interactions: number): string {
  const file = join(folder, `${interactions}.json`)
  const text = (_key: string, value: unknown): unknown =>
    value instanceof Uint8Array ? new TextDecoder().decode(value) : value
  writeFileSync(file, JSON.stringify(cassetteOf(interactions, 40), text))
  return file
}
