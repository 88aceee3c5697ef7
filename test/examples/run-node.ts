import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { chromium } from '../chromium.ts'

/** The result of a child process. */
export interface Outcome {
  readonly exitCode: number
  /** Standard output and standard error, without colours. */
  readonly output: string
}

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))

/**
 * Runs Node in a folder as on a developer's machine: not in CI, and without the environment variables of this test run, except the one that selects how requests are received.
 *
 * @param folder its working directory
 * @param args the arguments of `node`; `modules:` means the `node_modules` of this repository, as in `modules:vitest/vitest.mjs`
 * @param env additional environment variables
 */
export function runNode(folder: string, args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> {
  const resolved = args.map((arg) => (arg.startsWith('modules:') ? join(modules, arg.slice('modules:'.length)) : arg))
  return toOutcome(spawn(process.execPath, resolved, toOptions(folder, env)))
}

/** Runs a command line in a folder, like `runNode`. Its `node` and `npm` are those of this test run. */
export function runCommand(folder: string, command: string, env: Record<string, string> = {}): Promise<Outcome> {
  return toOutcome(spawn(command, { ...toOptions(folder, env), shell: true }))
}

function toOptions(folder: string, env: Record<string, string>): SpawnOptions {
  const { PATH = '', HOME = '', TMPDIR = '', MSW_CASSETTE_INTERCEPT: intercept } = process.env
  const path = [join(folder, 'node_modules/.bin'), dirname(process.execPath), PATH].join(delimiter)
  return {
    cwd: folder,
    env: {
      PATH: path,
      HOME,
      ...(TMPDIR ? { TMPDIR } : {}),
      // Set by `npm run test:paths`.
      ...(intercept ? { MSW_CASSETTE_INTERCEPT: intercept } : {}),
      NO_COLOR: '1',
      CHROMIUM: chromium,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
  }
}

async function toOutcome(child: ChildProcess): Promise<Outcome> {
  const { stdout, stderr } = child
  if (!stdout || !stderr) throw new Error('The child process has no output')
  const [out, err, [exitCode]] = await Promise.all([text(stdout), text(stderr), once(child, 'close')])
  return { exitCode, output: `${out}\n${err}` }
}
