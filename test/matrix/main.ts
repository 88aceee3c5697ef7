import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// npm run test:matrix: installs the packed library with each combination of versions and runs the examples of the Vitest
// plugin. Prints the table for the README, and fails if the README has a different one.

const root = fileURLToPath(new URL('../..', import.meta.url))
const examples = ['vitest', 'vitest-concurrent', 'vcrpy']
const combinations = ['4.1', '5'].flatMap((vitest) =>
  ['2', '3'].flatMap((msw) => ['20', '22', '24'].map((node) => ({ vitest, msw, node }))),
)
type Combination = (typeof combinations)[number]

const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-matrix-'))
execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: root })
const tarball = join(folder, readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '')

const outcomes = combinations.map((combination) => ({ ...combination, outcome: run(combination) }))
rmSync(folder, { recursive: true })
const table = toTable().join('\n')
console.log(table)
if (!readFileSync(join(root, 'README.md'), 'utf8').includes(`\n${table}\n`)) {
  console.error('The README has a different table.')
  process.exitCode = 1
}

function run({ vitest, msw, node }: Combination): 'passes' | 'fails' | 'not supported' {
  // MSW 3 and Vitest 5 need Node 22.
  if (node === '20' && (msw === '3' || vitest === '5')) return 'not supported'
  const project = join(folder, `vitest-${vitest}-msw-${msw}-node-${node}`)
  for (const example of examples) cpSync(join(root, 'examples', example), join(project, example), { recursive: true })
  const devDependencies = { msw, node, openai: '7', vite: node === '20' ? '7' : '8', vitest, 'msw-cassette': tarball }
  const manifest = { private: true, type: 'module', devDependencies, allowScripts: { node: true, msw: false } }
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest))
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: project,
    // Standard output is only for the table.
    stdio: ['ignore', 2, 2],
  })
  const binary = join(project, 'node_modules/node/bin/node')
  const versions = ['node', 'vitest', 'msw'].map((name) => `${name} ${installedVersion(project, name)}`)
  for (const example of examples) {
    const args = [join(project, 'node_modules/vitest/vitest.mjs'), 'run', '--root', '.']
    const { status, stdout, stderr } = spawnSync(binary, args, {
      cwd: join(project, example),
      encoding: 'utf8',
      timeout: 120_000,
      env: { ...process.env, CI: 'true' },
    })
    console.error(`${status === 0 ? 'ok  ' : 'FAIL'} ${versions.join(', ')}: ${example}`)
    if (status !== 0) console.error(`${stdout}\n${stderr}`)
    if (status !== 0) return 'fails'
  }
  return 'passes'
}

function installedVersion(project: string, name: string): string {
  return JSON.parse(readFileSync(join(project, 'node_modules', name, 'package.json'), 'utf8')).version
}

function toTable(): string[] {
  const nodes = ['20', '22', '24']
  const rows = ['4.1', '5'].flatMap((vitest) =>
    ['2', '3'].map((msw) => {
      const cells = nodes.map(
        (node) => outcomes.find((each) => each.vitest === vitest && each.msw === msw && each.node === node)?.outcome,
      )
      return `| Vitest ${vitest}, MSW ${msw} | ${cells.join(' | ')} |`
    }),
  )
  return [`| | ${nodes.map((node) => `Node ${node}`).join(' | ')} |`, '| --- | --- | --- | --- |', ...rows]
}
