import { globSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type LocalServer, startServer } from '../start-server.ts'
import { installExample } from './install-example.ts'
import { runNode } from './run-node.ts'

const vitest = ['modules:vitest/vitest.mjs', 'run']
const jest = ['modules:jest/bin/jest.js']
const nodeTest = ['--test', '--test-reporter=spec']

/** The examples with an OpenAI client, the number of their requests while they record, and the command of their users. */
const examples: [name: string, requests: number, command: string[]][] = [
  ['vitest', 2, vitest],
  ['vitest-concurrent', 2, vitest],
  ['jest-esm', 4, ['--experimental-vm-modules', ...jest]],
  ['jest-cjs', 1, ['--experimental-vm-modules', ...jest]],
  ['jest-swc', 1, jest],
  ['node-test', 3, nodeTest],
  ['playwright', 1, ['modules:@playwright/test/cli.js', 'test', '--reporter=line']],
]

test.each(examples)(
  'examples/%s: records its cassettes, and then replays them in CI without the server',
  async (name, requests, command) => {
    const folder = installExample(name)
    for (const cassette of globSync('**/*.yaml', { cwd: folder, exclude: ['node_modules/**'] }))
      rmSync(join(folder, cassette))
    const server = await startModel()
    const env = toEnvironment(folder, server)
    await runOrFail(folder, command, env)
    await server.close()
    expect(server.requests).toBe(requests)
    await runOrFail(folder, command, { ...env, CI: 'true' })
  },
  120_000,
)

/** Starts a server that answers like a model. */
function startModel(): Promise<LocalServer> {
  return startServer((_, response, body) => {
    const content = `It is ${body.includes('Porto') ? 18 : 21} °C.`
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }))
  })
}

/** The examples send their requests to a host of another machine, as far as the library can see. */
function toEnvironment(folder: string, { host }: LocalServer): Record<string, string> {
  const hook = join(folder, 'resolve-model.mjs')
  writeFileSync(
    hook,
    `import dns from 'node:dns'
    const { lookup } = dns
    dns.lookup = (host, ...rest) => lookup(host === 'model.test' ? '127.0.0.1' : host, ...rest)`,
  )
  return {
    OPENAI_BASE_URL: `http://${host.replace('127.0.0.1', 'model.test')}/v1`,
    NODE_OPTIONS: `--import ${new URL(`file://${hook}`).href}`,
  }
}

async function runOrFail(folder: string, command: string[], env: Record<string, string>): Promise<void> {
  const { exitCode, output } = await runNode(folder, command, env)
  expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.any(String) })
}
