import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

const PROGRAM = 'node_modules/.bin/msw-cassette'

/**
 * Finds the command that git starts for each version of a file, in the root of the repository. npx takes a second each time, so the
 * installed program is named if it is in the repository.
 */
export function findTextconv(): string {
  const { stdout } = spawnSync('git', ['rev-parse', '--show-toplevel'], { encoding: 'utf8' })
  const root = resolve(stdout?.trim() || '.')
  for (let folder = resolve('.'); folder.startsWith(root); folder = dirname(folder)) {
    const program = relative(root, join(folder, PROGRAM)).replaceAll('\\', '/')
    // Git passes the command to a shell.
    if (existsSync(join(folder, PROGRAM)) && /^[\w./@-]+$/.test(program)) return `${program} show --plain`
    if (folder === dirname(folder)) break
  }
  return 'npx --no msw-cassette show --plain'
}
