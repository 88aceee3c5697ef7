import { globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { expect, test } from 'vitest'
import { readBlocks } from '../docs/blocks.ts'
import { installExample } from './install-example.ts'
import { recordAndReplay } from './record-and-replay.ts'

/** The examples that no page of the guide walks through, and the number of requests that they send while they record. */
const REQUESTS = {
  decorators: 1,
  'jest-cjs': 1,
  'jest-esm': 4,
  'jest-swc': 1,
  'node-test': 3,
  playwright: 1,
  vitest: 2,
} as const

/** Their packages are not installed here: `npm run test:apps` runs them. */
const APPS = ['fastify', 'hono', 'sveltekit']

test('every example is run twice: here, or by the test of its page in the guide', () => {
  const names = globSync('examples/*/package.json').map((file) => basename(dirname(file)))
  const shown = globSync('docs/guide/*.md').flatMap((page) => readBlocks(page).map(({ title }) => title.split('/')[1]))
  expect(names.filter((name) => ![...shown, ...APPS].includes(name)).sort()).toEqual(Object.keys(REQUESTS))
})

test.each(Object.entries(REQUESTS))(
  'examples/%s: records its cassettes, and then replays them in CI without the provider',
  async (name, count) => {
    const folder = installExample(name)
    const { scripts } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
    expect(await recordAndReplay(folder, scripts.test)).toHaveLength(count)
  },
  120_000,
)
