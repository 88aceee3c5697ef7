import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import { requestBody, url } from '../data/exchange.ts'
import { cpuTime } from './cpu-time.ts'
import type { OpenTask, Outcome } from './task.ts'

/** Measures the CPU time to open a file once, in ms. Only a parser's own code is loaded during this time. */
export async function measureOpen({ file, by, answer, warmUp = 0 }: OpenTask): Promise<Outcome> {
  const open = answer ? await createAnsweringOpener() : await createOpener(by)
  for (let times = 0; times < warmUp; times++) await open(file)
  const start = cpuTime()
  const reads = await open(file)
  return { amount: cpuTime() - start, reads }
}

/** Creates a function that opens a file and returns its number of interactions, or 0 for a parser of any format. */
async function createOpener(by: OpenTask['by']): Promise<(file: string) => number> {
  if (by === 'read') return (file) => readFileSync(file).length
  if (by === 'JSON.parse') return (file) => JSON.parse(readFileSync(file, 'utf8')).interactions.length
  if (by === 'openCassette') {
    const { openCassette } = await import('msw-cassette')
    return (file) => openCassette(file, { mode: 'replay' }).cassette.interactions.length
  }
  if (by === 'parser') return parseWithLoadedParser
  const { parse } = await import('yaml')
  return (file) => parse(readFileSync(file, 'utf8')).interactions.length
}

/** The library loads the YAML package only for a file that needs it, so this loads it in the same way. */
function parseWithLoadedParser(file: string): number {
  const text = readText(file)
  if (/^\s*[{[]/.test(text)) JSON.parse(text)
  else
    (createRequire(import.meta.url)('yaml') as typeof import('yaml')).parseDocument(text, { logLevel: 'error' }).toJS()
  return 0
}

/** Opens a cassette and answers the request of its last interaction. */
async function createAnsweringOpener(): Promise<(file: string) => Promise<number>> {
  const { openCassette } = await import('msw-cassette')
  return async (file) => {
    const session = openCassette(file, { mode: 'replay' })
    const { interactions } = session.cassette
    const init = { method: 'POST', headers: { 'content-type': 'application/json' } }
    const response = await session.fetch(url, { ...init, body: requestBody(interactions.length - 1) })
    await response.arrayBuffer()
    return interactions.length
  }
}

function readText(file: string): string {
  const bytes = readFileSync(file)
  return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString()
}
