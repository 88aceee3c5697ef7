import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from '../run/median.ts'
import { handWrittenSetup } from './hand-written-setup.ts'
import { makeSuite } from './make-suite.ts'
import { type SuiteTimes, timeSuite } from './time-suite.ts'

// npm run bench:suite [rounds]: a Vitest suite of 200 streaming tests with the plugin, against the same with a handler that was
// written by hand, by turns, each in a fresh process.

const AT_MOST = 1.15
const rounds = Number(process.argv[2] ?? 5)
const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-suite-'))
const [plugin, handWritten] = [join(folder, 'plugin'), join(folder, 'hand-written')]
makeSuite(plugin, 'plugin')
makeSuite(handWritten, { setupFile: handWrittenSetup() })

const ratios: SuiteTimes[] = []
for (let round = 0; round < rounds; round++) {
  const first = await timeSuite(round % 2 === 0 ? plugin : handWritten)
  const second = await timeSuite(round % 2 === 0 ? handWritten : plugin)
  const [ours, theirs] = round % 2 === 0 ? [first, second] : [second, first]
  ratios.push({ wall: ours.wall / theirs.wall, cpu: ours.cpu / theirs.cpu })
}
rmSync(folder, { recursive: true })

const rows = (['wall', 'cpu'] as const).map((what) => ({
  name: `200 streaming tests with the plugin, against a hand-written handler: ${what}`,
  ratio: Number(median(ratios.map((ratio) => ratio[what])).toFixed(2)),
  'at most': AT_MOST,
  rounds,
}))
console.table(rows)
if (rows.some(({ ratio }) => ratio > AT_MOST)) process.exitCode = 1
