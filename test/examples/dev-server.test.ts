import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startProvider } from '../provider/start-provider.ts'
import { startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { installExample } from './install-example.ts'

/** Runs the commands of docs/guide/dev-servers.md, on another port: starts the server, requests its page twice, and ends it. */
async function visit(folder: string, env: Readonly<Record<string, string>>): Promise<string[]> {
  const port = await findPort()
  const child = spawn(process.execPath, ['--import', './cassettes.js', 'server.js'], {
    cwd: folder,
    env: { ...env, PORT: port },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  const ask = async (): Promise<string> => (await fetch(`http://127.0.0.1:${port}/?city=Lisbon`)).text()
  const answers = [await ask(), await ask()]
  child.kill()
  await once(child, 'close')
  return answers
}

async function findPort(): Promise<string> {
  const server = await startServer(() => {})
  await server.close()
  return new URL(server.origin).port
}

test('examples/dev-server: a server records what it requests, and replays it after the next start without the provider', async () => {
  const page = readFileSync('docs/guide/dev-servers.md', 'utf8')
  expect(page).toContain('node --import ./cassettes.js server.js')
  const expected = /```text\n([\s\S]*?)```/.exec(page)?.[1]
  const folder = installExample('dev-server')
  const provider = await startProvider(makeTempFolder())
  expect(await visit(folder, provider.env)).toEqual([expected, expected])
  await provider.close()
  expect(provider.requests.length).toBeGreaterThan(0)
  expect(readFileSync(join(folder, 'cassettes/dev.yaml'), 'utf8')).toContain('How warm is it in Lisbon?')
  const { OPENAI_API_KEY: _none, ...env } = provider.env
  expect(await visit(folder, env)).toEqual([expected, expected])
}, 60_000)
