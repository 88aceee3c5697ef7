import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

/** The result of a child process. */
export interface Outcome {
  readonly exitCode: number
  /** Standard output and standard error, without colours. */
  readonly output: string
}

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))

/**
 * Runs Node in a folder as on a developer's machine: not in CI, and without the environment variables of this test run.
 *
 * @param folder its working directory
 * @param args the arguments of `node`; `modules:` means the `node_modules` of this repository, as in `modules:vitest/vitest.mjs`
 * @param env additional environment variables
 */
export async function runNode(
  folder: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Outcome> {
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env
  const resolved = args.map((arg) => (arg.startsWith('modules:') ? join(modules, arg.slice('modules:'.length)) : arg))
  const child = spawn(process.execPath, resolved, {
    cwd: folder,
    env: { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
  })
  const [stdout, stderr, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { exitCode, output: `${stdout}\n${stderr}` }
}
