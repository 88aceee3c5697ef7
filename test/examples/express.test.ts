import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { startProvider } from '../provider/start-provider.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { installExample } from './install-example.ts'

const { scripts } = JSON.parse(readFileSync('examples/express/package.json', 'utf8'))
const page = readFileSync('docs/guide/dev-servers.md', 'utf8')

/** Starts the server with a command of its package.json on a free port, requests its page twice, and ends it. */
async function visit(folder: string, command: string, env: Readonly<Record<string, string>>): Promise<string[]> {
  const { PATH = '' } = process.env
  const path = [join(folder, 'node_modules/.bin'), dirname(process.execPath), PATH].join(':')
  const child = spawn(`exec env ${command}`, {
    cwd: folder,
    shell: true,
    env: { ...env, PATH: path, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const url = await firstLine(child)
  const ask = async (): Promise<string> => (await fetch(`${url}/weather/Lisbon`)).text()
  const answers = [await ask(), await ask()]
  child.kill()
  await once(child, 'close')
  return answers
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  const [line] = (await once(createInterface({ input: stdout as never }), 'line')) as [string]
  return line
}

test('the page about servers shows the command of the example and its answer', () => {
  expect(page).toContain(`\n${scripts.dev}\n`)
  expect(page).toContain('```text\nIt is 21 °C.\n```')
})

test.each(['dev', 'serve'])(
  'examples/express: a server that is started with the script %s records a stream, and replays it without the provider',
  async (script) => {
    const folder = installExample('express')
    const provider = await startProvider(makeTempFolder())
    const answers = ['It is 21 °C.\n', 'It is 21 °C.\n']
    expect(await visit(folder, scripts[script], provider.env)).toEqual(answers)
    await provider.close()
    expect(provider.requests).toHaveLength(2)
    expect(readFileSync(join(folder, 'cassettes/dev.yaml'), 'utf8')).toContain('How warm is it in Lisbon?')
    const { OPENAI_API_KEY: _none, ...env } = provider.env
    expect(await visit(folder, scripts[script], env)).toEqual(answers)
  },
)
