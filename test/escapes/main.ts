import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Setup, setups, type Way, ways } from './ways.ts'

// npm run test:escapes: sends ten requests to the host of a cassette in each way, with each setup and both major versions of
// MSW. Prints the table of those that reach the server, and fails if docs/escapes.md has a different one.

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

const rows = ways.map((way) => {
  // The control: a way that reaches nothing anyway would prove nothing.
  if (count('3', 'none', way) !== 10) throw new Error(`Without MSW, ${way} must reach the server ten times.`)
  const counts = (['2', '3'] as const).flatMap((major) => setups.map((setup) => count(major, setup, way)))
  return `| ${way} | ${counts.join(' | ')} |`
})
const table = [
  '| ten requests with | MSW 2, own server | MSW 2, runner | MSW 3, own server | MSW 3, runner |',
  '| --- | --- | --- | --- | --- |',
  ...rows,
].join('\n')
console.log(table)
if (!readFileSync(path('../../docs/escapes.md'), 'utf8').includes(`\n${table}\n`)) {
  console.error('docs/escapes.md has a different table.')
  process.exitCode = 1
}

function count(major: '2' | '3', setup: Setup | 'none', way: Way): number {
  const hooks = major === '2' ? ['--import', path('msw-2.ts')] : []
  const { stdout, stderr } = spawnSync(process.execPath, [...hooks, path('send.ts'), setup, way], {
    encoding: 'utf8',
    timeout: 60_000,
  })
  if (!/^\d+\n$/.test(stdout)) throw new Error(`MSW ${major}, ${setup}, ${way}:\n${stdout}${stderr}`)
  return Number(stdout)
}
