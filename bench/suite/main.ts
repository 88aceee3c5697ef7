import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from '../run/median.ts'
import { makeSuite } from './make-suite.ts'

// npm run bench:suite [rounds]: a Vitest suite of 200 streaming tests with the plugin, against the same with a handler that was
// written by hand, by turns, each in a fresh process.

const AT_MOST = 1.15
const rounds = Number(process.argv[2] ?? 5)
const program = fileURLToPath(new URL('run-suite.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-suite-'))
const suites = (['plugin', 'hand-written'] as const).map((kind) => ({ kind, folder: join(folder, kind) }))
for (const suite of suites) makeSuite(suite.folder, suite.kind)

const ratios = Array.from({ length: rounds }, (_, round) => {
  const order = round % 2 === 0 ? suites : suites.toReversed()
  const found = new Map(order.map((suite) => [suite.kind, run(suite.folder)]))
  const [ours, theirs] = [found.get('plugin'), found.get('hand-written')]
  if (!ours || !theirs) throw new Error('A suite was not run.')
  return { wall: ours.wall / theirs.wall, cpu: ours.cpu / theirs.cpu }
})
rmSync(folder, { recursive: true })

const rows = (['wall', 'cpu'] as const).map((what) => ({
  name: `200 streaming tests with the plugin, against a hand-written handler: ${what}`,
  ratio: Number(median(ratios.map((ratio) => ratio[what])).toFixed(2)),
  'at most': AT_MOST,
  rounds,
}))
console.table(rows)
if (rows.some(({ ratio }) => ratio > AT_MOST)) process.exitCode = 1

function run(suite: string): { wall: number; cpu: number } {
  const output = execFileSync(process.execPath, [program, suite], { encoding: 'utf8' })
  const { failed, ...times } = JSON.parse(output.trim().split('\n').at(-1) ?? '')
  if (failed !== 0) throw new Error(`The suite in ${suite} failed:\n${output}`)
  return times
}
