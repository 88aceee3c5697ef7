import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { OpenTask, Outcome } from './task.ts'

/** Measures the time to open a file once, without warm-up and without imports, in ms. */
export async function measureOpen({ file, by }: OpenTask): Promise<Outcome> {
  const open = await createOpener(by)
  const start = performance.now()
  const reads = open(file)
  return { amount: performance.now() - start, reads }
}

/** Creates a function that opens a file and returns its number of interactions, or 0 for a parser of any format. */
async function createOpener(by: OpenTask['by']): Promise<(file: string) => number> {
  if (by === 'read') return (file) => readFileSync(file).length
  if (by === 'JSON.parse') return (file) => JSON.parse(readFileSync(file, 'utf8')).interactions.length
  if (by === 'openCassette') {
    const { openCassette } = await import('msw-cassette')
    return (file) => openCassette(file, { mode: 'replay' }).cassette.interactions.length
  }
  const { parse, parseDocument } = await import('yaml')
  if (by === 'yaml') return (file) => parse(readFileSync(file, 'utf8')).interactions.length
  return (file) => {
    const text = readText(file)
    if (/^\s*[{[]/.test(text)) JSON.parse(text)
    else parseDocument(text, { logLevel: 'error' }).toJS()
    return 0
  }
}

function readText(file: string): string {
  const bytes = readFileSync(file)
  return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString()
}
