import { globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { expect, test } from 'vitest'
import { installExample } from './install-example.ts'
import { recordAndReplay } from './record-and-replay.ts'

/** The examples whose script `test` records, and the number of requests that they then send. */
const REQUESTS = {
  agent: 2,
  'changing-fields': 1,
  ci: 1,
  decorators: 1,
  'first-test': 1,
  'jest-cjs': 1,
  'jest-esm': 4,
  'jest-swc': 1,
  'local-model': 1,
  mcp: 4,
  'node-test': 3,
  options: 1,
  playwright: 1,
  're-recording': 2,
  retries: 2,
  secrets: 1,
  sharing: 2,
  vitest: 2,
  'vitest-concurrent': 2,
} as const

/** The examples that have a test of their own, because they need more than one command. */
const OTHERS = ['dev-server', 'migration']

test('every example is run twice', () => {
  const names = globSync('examples/*/package.json').map((file) => basename(dirname(file)))
  expect(names.sort()).toEqual([...Object.keys(REQUESTS), ...OTHERS].sort())
})

test.each(Object.entries(REQUESTS))(
  'examples/%s: records its cassettes, and then replays them in CI without the provider',
  async (name, count) => {
    const folder = installExample(name)
    const { scripts } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
    const { requests } = await recordAndReplay(folder, scripts.test)
    // An MCP client opens its stream at any time.
    expect(requests.filter((request) => !request.startsWith('GET'))).toHaveLength(count)
  },
  120_000,
)
