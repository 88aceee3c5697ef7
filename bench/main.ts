import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Comparison } from './comparison.ts'
import { comparisons } from './comparisons.ts'
import { cassetteFile } from './data/cassette-files.ts'
import { writeLargeCassette } from './data/large-cassette.ts'
import { writeLongSession } from './data/long-session.ts'
import { startModel } from './data/model-server.ts'
import { formatSpread } from './report/spread.ts'
import { toTable } from './report/to-table.ts'
import { writeSection } from './report/write-section.ts'
import { median } from './run/median.ts'
import { runTask } from './run/run-task.ts'

// npm run bench [rounds] [filter]: each round runs every task and its baseline, each in a fresh process. With a filter, only rows
// whose names contain it are measured.

const MEGABYTE = 1024 * 1024
const rounds = Number(process.argv[2] ?? 7)
const filter = process.argv[3] ?? ''
const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-bench-'))
const delay = 50
const model = await startModel(delay)

const rows: Row[] = []
for (const comparison of comparisons(folder, { url: model.url, delay })) {
  if (comparison.name.includes(filter)) rows.push(toRow(comparison, await compare(comparison)))
}
for (const { file, size, ...comparison } of memoryComparisons()) {
  if (comparison.name.includes(filter)) rows.push(toRow(comparison, await measurePeaks(file, size)))
}
model.close()
rmSync(folder, { recursive: true })

console.table(rows.map(({ ratios: _, ...row }) => row))
writeSection(
  'rows',
  toTable(
    rows.map(({ name, by, ratios, goal, 'at most': limit }) => ({
      '': name,
      ratio: by === 'ms more' ? `${formatSpread(ratios)} ms more` : formatSpread(ratios),
      goal: String(goal),
      'at most': String(limit),
    })),
  ),
)
if (rows.some((row) => row.ratio > Number(row['at most']))) process.exitCode = 1

interface Measurement {
  readonly ratios: readonly number[]
  /** The number of chunks that the clients read: ours, then the baseline's. */
  readonly reads: string
}

async function compare({ task, baseline, by }: Comparison): Promise<Measurement> {
  const ratios: number[] = []
  let reads = ''
  for (let round = 0; round < rounds; round++) {
    const first = await runTask(round % 2 === 0 ? task : baseline)
    const second = await runTask(round % 2 === 0 ? baseline : task)
    const [ours, theirs] = round % 2 === 0 ? [first, second] : [second, first]
    ratios.push(by === 'ms more' ? ours.amount - theirs.amount : ours.amount / theirs.amount)
    reads = `${ours.reads} / ${theirs.reads}`
  }
  return { ratios, reads }
}

function memoryComparisons(): { name: string; file: string; size: number; maxRatio: number }[] {
  const large = join(folder, 'large.yaml')
  const { bytes } = writeLargeCassette(large, 50 * MEGABYTE)
  const many = cassetteFile(folder, 5000)
  const session = join(folder, 'session.yaml')
  writeLongSession(session, 10_000)
  const name = 'peak memory above that of an empty process, against the size'
  return [
    { name: `a body of 50 MB: ${name}`, file: large, size: bytes, maxRatio: 4 },
    {
      name: `a WebSocket session of 10,000 frames: ${name}`,
      file: session,
      size: statSync(session).size,
      maxRatio: 2.5,
    },
    { name: `a cassette of 5,000 interactions: ${name}`, file: many, size: statSync(many).size, maxRatio: 2.5 },
  ]
}

async function measurePeaks(file: string, size: number): Promise<Measurement> {
  const ratios: number[] = []
  let reads = ''
  for (let round = 0; round < Math.min(rounds, 3); round++) {
    const empty = await runTask({ kind: 'memory' })
    const loaded = await runTask({ kind: 'memory', file })
    ratios.push((loaded.amount - empty.amount) / size)
    reads = `${loaded.reads} / -`
  }
  return { ratios, reads }
}

interface Row {
  readonly name: string
  readonly by: 'ratio' | 'ms more'
  readonly ratio: number
  readonly goal: number | '-'
  readonly 'at most': number | '-'
  readonly reads: string
  readonly rounds: number
  readonly ratios: readonly number[]
}

function toRow(
  { name, by = 'ratio', goal, maxRatio }: Pick<Comparison, 'name' | 'by' | 'goal' | 'maxRatio'>,
  { ratios, reads }: Measurement,
): Row {
  const digits = (ratio: number): number => Number(ratio.toFixed(ratio < 0.1 ? 3 : 2))
  const limit = (value: number | undefined): number | '-' => (value === undefined ? '-' : digits(value))
  const ratio = digits(median(ratios))
  return { name, by, ratio, goal: limit(goal), 'at most': limit(maxRatio), reads, rounds: ratios.length, ratios }
}
