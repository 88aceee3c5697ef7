import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The result of one cell of a table. */
export type Cell = 'passes' | 'fails' | 'not supported'

/** Writes the files of a project. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | object>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  }
}

/** Installs the packages of a manifest with npm. */
export function install(folder: string): void {
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', '--legacy-peer-deps']
  // Standard output is only for the tables.
  execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 2, 2] })
}

/** Runs a command as in CI, so that nothing is recorded. Its output is shown if it fails. */
export function run(title: string, folder: string, [program = '', ...args]: readonly string[], env = {}): Cell {
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 300_000,
    env: { ...process.env, CI: 'true', ...env },
  })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.error(`${status === 0 ? 'ok  ' : 'FAIL'} ${title} (${seconds} s)`)
  if (status !== 0) console.error(`${stdout}\n${stderr}`)
  return status === 0 ? 'passes' : 'fails'
}

/** The installed version of a package. */
export function installedVersion(folder: string, name: string): string {
  return JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version
}
