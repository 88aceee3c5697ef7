import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cassetteFile, comparisons } from './comparisons.ts'
import { writeLargeCassette } from './data/large-cassette.ts'
import { startModel } from './data/model-server.ts'
import { median } from './run/median.ts'
import { runTask } from './run/run-task.ts'
import type { Task } from './run/task.ts'

// npm run bench [rounds] [words]: each round runs every pair of tasks side by side, each task in a fresh process; with words, only
// the rows whose names have them.

const MEGABYTE = 1024 * 1024
const rounds = Number(process.argv[2] ?? 7)
const words = process.argv[3] ?? ''
const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-bench-'))
const thinking = 50
const model = await startModel(thinking)

const rows = []
for (const { name, task, against, atMost } of comparisons(folder, { url: model.url, thinking })) {
  if (name.includes(words)) rows.push(toRow(name, await compare(task, against), atMost))
}
for (const { name, file, size, atMost } of memories()) {
  if (name.includes(words)) rows.push(toRow(name, await measurePeaks(file, size), atMost))
}
model.close()
rmSync(folder, { recursive: true })

console.table(rows)
if (rows.some((row) => row.ratio > Number(row['at most']))) process.exitCode = 1

interface Measured {
  readonly ratios: readonly number[]
  /** How many pieces the clients saw. */
  readonly reads: string
}

async function compare(task: Task, against: Task): Promise<Measured> {
  const ratios: number[] = []
  let reads = ''
  for (let round = 0; round < rounds; round++) {
    const first = await runTask(round % 2 === 0 ? task : against)
    const second = await runTask(round % 2 === 0 ? against : task)
    const [ours, theirs] = round % 2 === 0 ? [first, second] : [second, first]
    ratios.push(ours.amount / theirs.amount)
    reads = `${ours.reads} / ${theirs.reads}`
  }
  return { ratios, reads }
}

function memories(): { name: string; file: string; size: number; atMost: number }[] {
  const large = join(folder, 'large.yaml')
  const { bytes } = writeLargeCassette(large, 50 * MEGABYTE)
  const many = cassetteFile(folder, 5000)
  const name = 'peak memory over the bare process, against the size'
  return [
    { name: `a body of 50 MB: ${name}`, file: large, size: bytes, atMost: 4 },
    { name: `a cassette of 5,000 interactions: ${name}`, file: many, size: statSync(many).size, atMost: 2.5 },
  ]
}

async function measurePeaks(file: string, size: number): Promise<Measured> {
  const ratios: number[] = []
  let reads = ''
  for (let round = 0; round < Math.min(rounds, 3); round++) {
    const bare = await runTask({ kind: 'memory' })
    const loaded = await runTask({ kind: 'memory', file })
    ratios.push((loaded.amount - bare.amount) / size)
    reads = `${loaded.reads} / -`
  }
  return { ratios, reads }
}

function toRow(name: string, { ratios, reads }: Measured, atMost: number | undefined) {
  const digits = (ratio: number): number => Number(ratio.toFixed(ratio < 0.1 ? 3 : 2))
  const limit = atMost === undefined ? '-' : digits(atMost)
  return { name, ratio: digits(median(ratios)), 'at most': limit, reads, rounds: ratios.length }
}
