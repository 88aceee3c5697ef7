import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { visitServer } from '../apps/visit-server.ts'
import { startProvider } from '../provider/start-provider.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { installExample } from './install-example.ts'

const { scripts } = JSON.parse(readFileSync('examples/express/package.json', 'utf8'))
const page = readFileSync('docs/guide/dev-servers.md', 'utf8')

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
    expect(await visitServer(folder, scripts[script], provider.env)).toEqual(answers)
    await provider.close()
    expect(provider.requests).toHaveLength(2)
    expect(readFileSync(join(folder, 'cassettes/dev.yaml'), 'utf8')).toContain('How warm is it in Lisbon?')
    const { OPENAI_API_KEY: _none, ...env } = provider.env
    expect(await visitServer(folder, scripts[script], env)).toEqual(answers)
  },
)
