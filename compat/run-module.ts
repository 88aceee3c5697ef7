import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Route } from './client.ts'
import type { ClientModule } from './load-clients.ts'
import type { Phase, Result } from './trial/trial.ts'

/** A process that takes longer hangs. In milliseconds. */
const LIMIT = 15 * 60_000

/** A process has one version of MSW, or none: clients keep functions that MSW has replaced. */
const groups: readonly { routes: readonly Route[]; hooks: readonly string[] }[] = [
  { routes: ['MSW 3'], hooks: [] },
  { routes: ['MSW 2'], hooks: ['--import', new URL('../test/escapes/msw-2.ts', import.meta.url).href] },
  { routes: ['session.fetch', 'session.WebSocket', 'server'], hooks: [] },
]

/** The results of all trials of a module's clients. */
export interface ModuleResults {
  readonly recorded: readonly Result[]
  readonly replayed: readonly Result[]
}

/**
 * Records with the clients of a module in one process, which then ends with its provider, and replays in another.
 *
 * @param folder for the cassettes
 * @throws Error with the output of a process that failed
 */
export async function runModule(module: ClientModule, folder: string): Promise<ModuleResults> {
  const results = await Promise.all(
    groups.map(async ({ routes, hooks }, index) => {
      const place = join(folder, module, String(index))
      const run = (phase: Phase) => runPhase(phase, [...hooks], [phase, module, place, ...routes], place)
      const recorded = await run('record')
      return { recorded, replayed: await run('replay') }
    }),
  )
  return {
    recorded: results.flatMap(({ recorded }) => recorded),
    replayed: results.flatMap(({ replayed }) => replayed),
  }
}

async function runPhase(phase: Phase, hooks: string[], args: string[], place: string): Promise<Result[]> {
  const file = join(place, `${phase}.json`)
  rmSync(file, { force: true })
  const program = fileURLToPath(new URL('trial/main.ts', import.meta.url))
  const child = spawn(process.execPath, ['--expose-gc', ...hooks, program, ...args], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT,
  })
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  throw new Error(`node ${args.join(' ')} wrote no results.\n${output}${errors}`)
}
