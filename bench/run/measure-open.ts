import { readFileSync } from 'node:fs'
import { openCassette } from 'msw-cassette'
import { parse } from 'yaml'
import type { OpenTask, Outcome } from './task.ts'

/** The time to open a file, once and cold, in ms. */
export function measureOpen({ file, by }: OpenTask): Outcome {
  const start = performance.now()
  const reads = open(file, by)
  return { amount: performance.now() - start, reads }
}

/** How many interactions there are. */
function open(file: string, by: OpenTask['by']): number {
  if (by === 'openCassette') return openCassette(file, { mode: 'replay' }).cassette.interactions.length
  const text = readFileSync(file, 'utf8')
  return (by === 'JSON.parse' ? JSON.parse(text) : parse(text)).interactions.length
}
