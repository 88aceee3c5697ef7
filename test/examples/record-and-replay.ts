import { globSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { startProvider } from '../provider/start-provider.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { type Outcome, runCommand } from './run-node.ts'

/** The result of an example that ran twice. */
export interface Runs {
  /** The requests that the provider received while the example recorded. */
  readonly requests: readonly string[]
  readonly recorded: Outcome
  readonly replayed: Outcome
  /** The text of all cassettes. */
  readonly cassettes: string
}

/**
 * Runs a command twice: without cassettes, so that it records them from a local provider, and then as in CI, without the provider. Fails if
 * one of the runs fails.
 */
export async function recordAndReplay(folder: string, command: string): Promise<Runs> {
  const list = () => globSync('**/*.{yaml,yml,json,har}', { cwd: folder, exclude: ['node_modules/**'] })
  const cassettes = () => list().filter((file) => /cassettes__?\W/.test(file))
  for (const file of cassettes()) rmSync(join(folder, file))
  const provider = await startProvider(makeTempFolder())
  const run = (env: Record<string, string>) => runCommand(folder, withOptions(command), env)
  const recorded = await run(provider.env)
  await provider.close()
  expect(recorded).toMatchObject({ exitCode: 0, output: expect.any(String) })
  const { OPENAI_API_KEY: _none, ...env } = provider.env
  const replayed = await run({ ...env, CI: 'true' })
  expect(replayed).toMatchObject({ exitCode: 0, output: expect.any(String) })
  const text = cassettes().map((file) => readFileSync(join(folder, file), 'utf8'))
  return { requests: provider.requests, recorded, replayed, cassettes: text.join('\n') }
}

/** A script that sets NODE_OPTIONS keeps those that lead to the provider. */
function withOptions(command: string): string {
  return command.replaceAll(/NODE_OPTIONS=(\S+)/g, 'NODE_OPTIONS="$NODE_OPTIONS $1"')
}
