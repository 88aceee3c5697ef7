import { globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startProvider } from '../provider/start-provider.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { runCommand } from './run-node.ts'

/**
 * Runs a command twice: without cassettes, so that it records them from a local provider, and then as in CI, without the provider. Fails if
 * one of the runs fails.
 *
 * @returns the requests that the provider received
 */
export async function recordAndReplay(folder: string, command: string): Promise<readonly string[]> {
  for (const file of globSync('**/*.yaml', { cwd: folder, exclude: ['node_modules/**'] })) rmSync(join(folder, file))
  const provider = await startProvider(makeTempFolder())
  const { OPENAI_API_KEY = '', ...env } = provider.env
  // A script that sets NODE_OPTIONS keeps those that lead to the provider.
  const merged = command.replaceAll(/NODE_OPTIONS=(\S+)/g, 'NODE_OPTIONS="$NODE_OPTIONS $1"')
  const run = async (more: Record<string, string>): Promise<void> => {
    const { exitCode, output } = await runCommand(folder, merged, { ...env, ...more })
    if (exitCode !== 0) throw new Error(`${command} failed ${more.CI ? 'as in CI' : 'while it recorded'}:\n${output}`)
  }
  await run({ OPENAI_API_KEY })
  await provider.close()
  await run({ CI: 'true' })
  return provider.requests
}
