import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { stripVTControlCharacters } from 'node:util'

/** A command of a platform's runner. */
export interface PlatformCommand {
  readonly folder: string
  readonly command: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** Its result. */
export interface PlatformOutcome {
  readonly exitCode: number | null
  /** Standard output and standard error, without colours. */
  readonly output: string
}

/** Runs a command, not in CI unless its environment says so. */
export async function runPlatform({ folder, command, env = {} }: PlatformCommand): Promise<PlatformOutcome> {
  const [program = '', ...args] = command
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(program, args, {
    cwd: folder,
    env: { PATH, HOME, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
  })
  const ended = new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject))
  const [out, err, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { exitCode, output: stripVTControlCharacters(`${out}\n${err}`) }
}

/** Writes the files of a project. */
export function writeProject(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
}
