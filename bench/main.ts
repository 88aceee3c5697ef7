import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringifyCassette } from 'msw-cassette'
import { corpusFiles, readableFolders } from '../test/corpus.ts'
import { cassetteOf } from './data/exchange.ts'
import { writeLargeCassette } from './data/large-cassette.ts'
import { startModel } from './data/model-server.ts'
import { median } from './run/median.ts'
import { runTask } from './run/run-task.ts'
import type { RequestTask, Task } from './run/task.ts'

// npm run bench [rounds]: each round runs every pair of tasks side by side, each task in a fresh process.

interface Comparison {
  readonly name: string
  readonly task: Task
  /** What it is compared with. */
  readonly against: Task
  /** The ratio that is not to be exceeded; none where the row is only to be seen. */
  readonly atMost?: number
}

const MEGABYTE = 1024 * 1024
const rounds = Number(process.argv[2] ?? 7)
const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-bench-'))
const large = join(folder, 'large.yaml')
const body = writeLargeCassette(large, 50 * MEGABYTE)

const warm = (
  peer: RequestTask['peer'],
  events: number,
  interactions = 1,
  client: RequestTask['client'] = 'reader',
): RequestTask => ({
  kind: 'requests',
  client,
  peer,
  events,
  interactions,
})

const THINKING = 50
const model = await startModel(THINKING)

const comparisons: Comparison[] = [
  {
    name: 'MSW 3, 40 events, against a hand-written handler that enqueues all at once',
    task: warm('cassette', 40),
    against: warm('hand-written', 40),
    atMost: 0.85,
  },
  {
    name: 'MSW 3, 500 events, against the hand-written handler paced in the same way',
    task: warm('cassette', 500),
    against: warm('hand-written-paced', 500),
    atMost: 1,
  },
  {
    name: 'session.fetch through the OpenAI SDK, 40 events, against a stubbed fetch',
    task: warm('session-fetch', 40, 1, 'openai'),
    against: warm('stub-fetch', 40, 1, 'openai'),
    atMost: 1.5,
  },
  {
    name: 'session.fetch through the OpenAI SDK, 500 events, against a stubbed fetch',
    task: warm('session-fetch', 500, 1, 'openai'),
    against: warm('stub-fetch', 500, 1, 'openai'),
    atMost: 1.5,
  },
  {
    name: 'session.fetch and a bare reader, 500 events, against a stubbed fetch',
    task: warm('session-fetch', 500),
    against: warm('stub-fetch', 500),
  },
  {
    name: 'the last of 5,000 interactions, against the only one',
    task: { ...warm('cassette', 40, 5000), file: writeCassette(5000) },
    against: { ...warm('cassette', 40), file: writeCassette(1) },
    atMost: 1.1,
  },
  {
    name: 'opening 1,000 interactions, against JSON.parse of the same',
    task: { kind: 'open', file: writeCassette(1000), by: 'openCassette' },
    against: { kind: 'open', file: writeJson(1000), by: 'JSON.parse' },
  },
  {
    name: 'opening 1,000 interactions, against the yaml package',
    task: { kind: 'open', file: writeCassette(1000), by: 'openCassette' },
    against: { kind: 'open', file: writeCassette(1000), by: 'yaml' },
  },
  ...largestOfEachFormat().map(
    ({ format, file }): Comparison => ({
      name: `opening the largest real file of ${format}, against the bare parser`,
      task: { kind: 'open', file, by: 'openCassette' },
      against: { kind: 'open', file, by: 'parser' },
    }),
  ),
  {
    name: `the first event of a live stream after ${THINKING} ms, while recording, against without`,
    task: { kind: 'first-event', url: model.url, cassette: join(folder, 'recorded.yaml') },
    against: { kind: 'first-event', url: model.url },
    atMost: 1.2,
  },
]

const rows = []
for (const { name, task, against, atMost } of comparisons) {
  const ratios: number[] = []
  let reads = [0, 0]
  for (let round = 0; round < rounds; round++) {
    const first = await runTask(round % 2 === 0 ? task : against)
    const second = await runTask(round % 2 === 0 ? against : task)
    const [ours, theirs] = round % 2 === 0 ? [first, second] : [second, first]
    ratios.push(ours.amount / theirs.amount)
    reads = [ours.reads, theirs.reads]
  }
  rows.push(toRow(name, ratios, atMost, `${reads[0]} / ${reads[1]}`))
}

const peaks: number[] = []
for (let round = 0; round < Math.min(rounds, 3); round++) {
  const bare = await runTask({ kind: 'memory' })
  const loaded = await runTask({ kind: 'memory', file: large })
  peaks.push((loaded.amount - bare.amount) / body.bytes)
}
rows.push(toRow('a body of 50 MB: peak memory over the bare process, against its size', peaks, 4, `${body.events} / -`))
model.close()
rmSync(folder, { recursive: true })

console.table(rows)
if (rows.some((row) => row.ratio > Number(row['at most']))) process.exitCode = 1

/** None where the corpus is not beside this checkout. */
function largestOfEachFormat(): { format: string; file: string }[] {
  return readableFolders.flatMap((format) => {
    const files = corpusFiles(format).map(({ file }) => file)
    const [largest] = files.sort((a, b) => statSync(b).size - statSync(a).size)
    return largest ? [{ format, file: largest }] : []
  })
}

function writeCassette(interactions: number): string {
  const file = join(folder, `${interactions}.yaml`)
  writeFileSync(file, stringifyCassette(cassetteOf(interactions, 40)))
  return file
}

function writeJson(interactions: number): string {
  const file = join(folder, `${interactions}.json`)
  const text = (_key: string, value: unknown): unknown =>
    value instanceof Uint8Array ? new TextDecoder().decode(value) : value
  writeFileSync(file, JSON.stringify(cassetteOf(interactions, 40), text))
  return file
}

function toRow(name: string, ratios: readonly number[], atMost: number | undefined, reads: string) {
  const digits = (ratio: number): number => Number(ratio.toFixed(ratio < 0.1 ? 3 : 2))
  const limit = atMost === undefined ? '-' : digits(atMost)
  return { name, ratio: digits(median(ratios)), 'at most': limit, reads, rounds: ratios.length }
}
