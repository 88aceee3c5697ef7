import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'

// npm run test:mutation [folder…]: mutates each file of these folders of `src/`, and counts the mutants that the tests beside them
// detect. A folder can be a part of one, or a file: `llm/exchange`, `record/recorder.ts`. Without arguments, it mutates the folders that decide
// what a test sees and what reaches the disk.

const FOLDERS = [
  'cuts',
  'echo',
  'faults',
  'heal',
  'llm',
  'matcher',
  'record',
  'replay',
  'samples',
  'secret',
  'storage',
  'stream',
]
const { argv } = process
const folders = argv.length > 2 ? argv.slice(2) : FOLDERS

console.table(folders.map(mutate))

/** A mutant is detected if a test fails or never ends. */
function mutate(folder: string): object {
  const mutated = `src/${folder}`
  const stryker = [
    'test/mutation/node_modules/@stryker-mutator/core/bin/stryker.js',
    'run',
    'test/mutation/stryker.config.mjs',
  ]
  const { status } = spawnSync(process.execPath, stryker, {
    env: { ...process.env, MUTATED: mutated },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  rmSync('.stryker-tmp', { recursive: true, force: true })
  if (status !== 0) throw new Error(`Stryker could not mutate ${mutated}: it exited with ${status}.`)
  const count = countMutants(`test/mutation/reports/${mutated}.json`)
  const detected = count('Killed') + count('Timeout')
  const total = detected + count('Survived') + count('NoCoverage')
  return {
    folder: mutated,
    detected,
    survived: count('Survived'),
    'not covered': count('NoCoverage'),
    score: `${Math.round((100 * detected) / total)} %`,
  }
}

interface Mutant {
  readonly status: string
  /** Whether it is in code that runs only when its module is imported. Stryker runs few tests for it, or none. */
  readonly static?: boolean
}

function countMutants(report: string): (status: string) => number {
  const { files }: { files: Record<string, { mutants: Mutant[] }> } = JSON.parse(readFileSync(report, 'utf8'))
  const mutants = Object.values(files).flatMap((file) => file.mutants.filter((mutant) => !mutant.static))
  return (status) => mutants.filter((mutant) => mutant.status === status).length
}
