import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { formatSpread } from '../report/spread.ts'
import { toTable } from '../report/to-table.ts'
import { writeSection } from '../report/write-section.ts'
import { median } from '../run/median.ts'
import { measureFirstEvents, measureStreams, STREAMS } from './load.ts'

// npm run bench:serve [rounds]: the first event of a served cassette, and 1,000 simultaneous streams, next to a hand-written server, to
// the same server with the streams of the platform, and to aimock, if `npm run bench:peers` has installed it. Each round has fresh server
// processes. They get single requests in short turns.

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
const rounds = Number(process.argv[2] ?? 5)
/** The ratio to the hand-written server. The goal is 1.2. */
const MAX_FIRST_EVENT = 1.3
const BASE = 'hand-written'
const kinds = [BASE, 'msw-cassette', 'web-streams', ...(existsSync(path('../peers/node_modules')) ? ['aimock'] : [])]

/** The measurements of a server in a round. */
interface Load {
  /** The median time to the first event of a single request, in ms. */
  readonly first: number
  /** The time of all simultaneous streams, in ms. */
  readonly all: number
  readonly lost: number
}

const measured: Record<string, Load>[] = []
for (let round = 0; round < rounds; round++) measured.push(await measure(round % 2 === 0 ? kinds : kinds.toReversed()))
const rows = kinds.map((kind) => ({
  server: kind,
  'first event, ms': formatSpread(valuesOf(kind, ({ first }) => first)),
  'against hand-written': formatSpread(firstRatios(kind)),
  [`${STREAMS} streams, ms`]: formatSpread(valuesOf(kind, ({ all }) => all)),
  'against hand-written ': formatSpread(streamRatios(kind)),
  lost: lostBy(kind),
}))
console.table(rows)
writeSection(
  'server',
  toTable(
    kinds.map((kind) => ({
      '': kind,
      'first event': formatSpread(firstRatios(kind)),
      [`${STREAMS} streams`]: formatSpread(streamRatios(kind)),
      'streams lost': String(lostBy(kind)),
    })),
  ),
)
if (lostBy('msw-cassette') > 0 || median(firstRatios('msw-cassette')) > MAX_FIRST_EVENT) process.exitCode = 1

async function measure(servers: readonly string[]): Promise<Record<string, Load>> {
  const started = await Promise.all(servers.map(start))
  try {
    const firsts = await measureFirstEvents(started.map(({ url }) => url))
    const loads: Record<string, Load> = {}
    for (const [index, { url, kind }] of started.entries())
      loads[kind] = { first: firsts[index] ?? Number.NaN, ...(await measureStreams(url)) }
    return loads
  } finally {
    for (const { server } of started) server.kill()
  }
}

async function start(kind: string) {
  const server = fork(path('server.ts'), [kind])
  const [url] = (await Promise.race([once(server, 'message'), failed(server)])) as [string]
  return { kind, server, url }
}

async function failed(server: ChildProcess): Promise<never> {
  await once(server, 'exit')
  throw new Error('The server did not start.')
}

function firstRatios(kind: string): number[] {
  return valuesOf(kind, ({ first }, base) => first / base.first)
}

function streamRatios(kind: string): number[] {
  return valuesOf(kind, ({ all }, base) => all / base.all)
}

function lostBy(kind: string): number {
  return measured.reduce((sum, loads) => sum + (loads[kind]?.lost ?? 0), 0)
}

function valuesOf(kind: string, value: (load: Load, base: Load) => number): number[] {
  return measured.flatMap((loads) => {
    const [own, base] = [loads[kind], loads[BASE]]
    return own && base ? value(own, base) : []
  })
}
