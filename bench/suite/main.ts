import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatSpread } from '../report/spread.ts'
import { toTable, writeSection } from '../report/write-section.ts'
import { median } from '../run/median.ts'
import { handWrittenSetup } from './hand-written-setup.ts'
import { type SuiteTimes, timeSuite } from './time-suite.ts'
import { writeSuite } from './write-suite.ts'

// npm run bench:suite [rounds]: compares a Vitest suite of 200 streaming tests that uses the plugin with the same suite that uses a
// hand-written handler. The suites run in turn, each in a fresh process.

const MAX_RATIO = 1.15
const rounds = Number(process.argv[2] ?? 5)
const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-suite-'))
const [plugin, handWritten] = [join(folder, 'plugin'), join(folder, 'hand-written')]
writeSuite(plugin, 'plugin')
writeSuite(handWritten, { setupFile: handWrittenSetup() })

const ratios: SuiteTimes[] = []
for (let round = 0; round < rounds; round++) {
  const first = await timeSuite(round % 2 === 0 ? plugin : handWritten)
  const second = await timeSuite(round % 2 === 0 ? handWritten : plugin)
  const [ours, theirs] = round % 2 === 0 ? [first, second] : [second, first]
  ratios.push({ wall: ours.wall / theirs.wall, cpu: ours.cpu / theirs.cpu })
}
rmSync(folder, { recursive: true })

const rows = (['wall', 'cpu'] as const).map((measure) => ({
  name: `200 streaming tests with the plugin, against a hand-written handler: ${measure}`,
  ratio: Number(median(ratios.map((ratio) => ratio[measure])).toFixed(2)),
  'at most': MAX_RATIO,
  rounds,
}))
console.table(rows)
writeSection(
  'suite',
  toTable(
    rows.map(({ name, 'at most': limit }, index) => ({
      '': name,
      ratio: formatSpread(ratios.map((ratio) => ratio[index === 0 ? 'wall' : 'cpu'])),
      'at most': String(limit),
    })),
  ),
)
if (rows.some(({ ratio }) => ratio > MAX_RATIO)) process.exitCode = 1
