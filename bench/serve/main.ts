import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { formatSpread } from '../report/spread.ts'
import { toTable } from '../report/to-table.ts'
import { writeSection } from '../report/write-section.ts'
import { median } from '../run/median.ts'
import { type Load, load, STREAMS } from './load.ts'

// npm run bench:serve [rounds]: the first event of a served cassette, and 1,000 simultaneous streams, next to a hand-written server and to
// aimock, if `npm run bench:peers` has installed it. Each measurement has a fresh server process.

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
const rounds = Number(process.argv[2] ?? 5)
/**
 * The ratio to the hand-written server. The goal is 1.2. It is 1.8 to 1.95: the hand-written server finds the request in a map and has its
 * events ready, while a session compares the request, splits the body and creates a `Response` with a stream that can be aborted.
 */
const MAX_FIRST_EVENT = 2.2
const kinds = ['hand-written', 'msw-cassette', ...(existsSync(path('../peers/node_modules')) ? ['aimock'] : [])]

const measured: Record<string, Load>[] = []
for (let round = 0; round < rounds; round++) {
  const loads: Record<string, Load> = {}
  for (const kind of round % 2 === 0 ? kinds : kinds.toReversed()) loads[kind] = await measure(kind)
  measured.push(loads)
}
const rows = kinds.map((kind) => ({
  server: kind,
  'first event, ms': of(kind, ({ first }) => first),
  'against hand-written': of(kind, ({ first }, base) => first / base.first),
  [`${STREAMS} streams, ms`]: of(kind, ({ all }) => all),
  'against hand-written ': of(kind, ({ all }, base) => all / base.all),
  lost: measured.reduce((sum, loads) => sum + (loads[kind]?.lost ?? 0), 0),
}))
console.table(rows)
writeSection(
  'server',
  toTable(
    kinds.map((kind) => ({
      '': kind,
      'first event': formatSpread(valuesOf(kind, ({ first }, base) => first / base.first)),
      [`${STREAMS} streams`]: formatSpread(valuesOf(kind, ({ all }, base) => all / base.all)),
    })),
  ),
)
const ours = rows.find(({ server }) => server === 'msw-cassette')
if (!ours || ours.lost > 0 || Number(ours['against hand-written']) > MAX_FIRST_EVENT) process.exitCode = 1

async function measure(kind: string): Promise<Load> {
  const server = fork(path('server.ts'), [kind])
  const [url] = (await Promise.race([once(server, 'message'), failed(server)])) as [string]
  try {
    return await load(url)
  } finally {
    server.kill()
  }
}

async function failed(server: ChildProcess): Promise<never> {
  await once(server, 'exit')
  throw new Error('The server did not start.')
}

function of(kind: string, value: (load: Load, base: Load) => number): number {
  return Number(median(valuesOf(kind, value)).toPrecision(3))
}

function valuesOf(kind: string, value: (load: Load, base: Load) => number): number[] {
  return measured.flatMap((loads) => {
    const [own, base] = [loads[kind], loads['hand-written']]
    return own && base ? value(own, base) : []
  })
}
