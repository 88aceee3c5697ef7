import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatSpread } from '../report/spread.ts'
import { toTable } from '../report/to-table.ts'
import { writeSection } from '../report/write-section.ts'
import { median } from '../run/median.ts'
import { handWrittenSetup } from './hand-written-setup.ts'
import { type SuiteTimes, timeSuite } from './time-suite.ts'
import { type SuiteSetup, writeSuite } from './write-suite.ts'

// npm run bench:suite [rounds]: compares a Vitest suite of 200 streaming tests that uses the plugin, in each way to receive requests, with
// the same suite that uses a hand-written handler. The suites run in turn, each in a fresh process.

interface Variant {
  readonly name: string
  readonly setup: SuiteSetup
  /** The ratios that are aimed at. */
  readonly goal?: SuiteTimes
  /** The maximum ratios: if one is exceeded, something has become slower. */
  readonly limit: SuiteTimes
}

const goal = { wall: 0.72, cpu: 0.66 }
const variants: readonly Variant[] = [
  { name: 'msw', setup: { intercept: 'msw', firstClient: 'fetch' }, limit: { wall: 1.3, cpu: 1.25 } },
  { name: 'fetch', setup: { intercept: 'fetch', firstClient: 'fetch' }, goal, limit: { wall: 0.8, cpu: 0.7 } },
  { name: 'auto', setup: { intercept: 'auto', firstClient: 'fetch' }, goal, limit: { wall: 0.82, cpu: 0.72 } },
  { name: 'auto, axios in one file', setup: { intercept: 'auto', firstClient: 'axios' }, limit: { wall: 1, cpu: 1 } },
]

const rounds = Number(process.argv[2] ?? 5)
const root = mkdtempSync(join(tmpdir(), 'msw-cassette-suite-'))
const folderOf = (name: string): string => join(root, name)
for (const { name, setup } of variants) writeSuite(folderOf(name), setup)
writeSuite(folderOf('hand-written'), { setupFile: handWrittenSetup() })

const ratios = new Map<string, SuiteTimes[]>(variants.map(({ name }) => [name, []]))
for (let round = 0; round < rounds; round++) {
  const theirs = await timeSuite(folderOf('hand-written'))
  for (const { name } of round % 2 === 0 ? variants : variants.toReversed()) {
    const ours = await timeSuite(folderOf(name))
    ratios.get(name)?.push({ wall: ours.wall / theirs.wall, cpu: ours.cpu / theirs.cpu })
  }
}
rmSync(root, { recursive: true })

const rows = variants.flatMap(({ name, goal, limit }) =>
  (['wall', 'cpu'] as const).map((measure) => ({
    name: `200 streaming tests, intercept: ${name}: ${measure}`,
    ratio: Number(median((ratios.get(name) ?? []).map((ratio) => ratio[measure])).toFixed(2)),
    goal: goal?.[measure] ?? '-',
    'at most': limit[measure],
    rounds,
  })),
)
console.table(rows)
writeSection(
  'suite',
  toTable(
    variants.flatMap(({ name, goal, limit }) =>
      (['wall', 'cpu'] as const).map((measure) => ({
        intercept: name,
        time: measure,
        ratio: formatSpread((ratios.get(name) ?? []).map((ratio) => ratio[measure])),
        goal: String(goal?.[measure] ?? '-'),
        'at most': String(limit[measure]),
      })),
    ),
  ),
)
if (rows.some(({ ratio, 'at most': limit }) => ratio > limit)) process.exitCode = 1
