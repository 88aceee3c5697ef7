import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { openCassette } from 'msw-cassette'
import { parse, parseDocument } from 'yaml'
import type { OpenTask, Outcome } from './task.ts'

/** The time to open a file, once and cold, in ms. */
export function measureOpen({ file, by }: OpenTask): Outcome {
  const start = performance.now()
  const reads = open(file, by)
  return { amount: performance.now() - start, reads }
}

/** How many interactions there are; of a bare parser that is not asked. */
function open(file: string, by: OpenTask['by']): number {
  if (by === 'openCassette') return openCassette(file, { mode: 'replay' }).cassette.interactions.length
  const bytes = readFileSync(file)
  if (by === 'parser') return parseBare(bytes[0] === 0x1f ? gunzipSync(bytes) : bytes)
  const text = bytes.toString()
  return (by === 'JSON.parse' ? JSON.parse(text) : parse(text)).interactions.length
}

function parseBare(bytes: Buffer): number {
  const text = bytes.toString()
  if (/^\s*[{[]/.test(text)) JSON.parse(text)
  else parseDocument(text, { logLevel: 'error' }).toJS()
  return 0
}
