import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringifyCassette } from 'msw-cassette'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import type { CassetteUsage } from './cassette-usage.ts'
import type { RunRecord } from './find-obsolete.ts'
import { finishRun } from './finish-run.ts'

const OBSOLETE = 'There are obsolete cassettes. Remove them with -u, and commit.'

let root = ''
let folder = ''
const pathOf = (name: string): string => join(folder, name)

beforeEach(() => {
  vi.stubEnv('GITHUB_STEP_SUMMARY', undefined)
  root = makeTempFolder()
  folder = join(root, '__cassettes__', 'a.test.ts')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(root, 'a.test.ts'), '')
  const urls = ['https://api.test/0', 'https://api.test/1', 'https://api.test/2']
  const text = stringifyCassette(buildCassette(...urls.map((url) => ({ url }))))
  for (const name of ['used.yaml', 'obsolete.yaml']) writeFileSync(pathOf(name), text)
})

afterEach(() => {
  vi.unstubAllEnvs()
})

/** A run whose only test played these interactions of `used.yaml`. */
function toRun(played: readonly number[], more: Partial<CassetteUsage> = {}): RunRecord {
  const file = pathOf('used.yaml')
  const usage: CassetteUsage = {
    file,
    played,
    counts: played.map(() => 1),
    calls: played.length,
    waiting: 'skipped',
    before: 'found',
    total: 3,
    recorded: 0,
    onUnplayed: 'error',
    ...more,
  }
  const testFile = join(root, 'a.test.ts')
  const test = { testFile, cassette: file, outcome: 'passed' as const, usages: [usage] }
  return { tests: [test], completeFiles: [testFile], opened: [], scope: 'all', root }
}

test('a run that played everything passes; an obsolete file fails it only in CI', async () => {
  const failureOf = async (update: 'new' | 'none') =>
    (await finishRun(toRun([0, 1, 2]), { end: 'completed', update })).failure
  expect(await failureOf('new')).toBeUndefined()
  expect(await failureOf('none')).toBe(OBSOLETE)
  expect(readdirSync(folder).sort()).toEqual(['obsolete.yaml', 'used.yaml'])
})

test('an unplayed interaction fails the run, unless its test allows it and the run is local', async () => {
  const failureOf = async (onUnplayed: 'error' | 'ignore', update: 'new' | 'none') => {
    const run = { ...toRun([0, 2], { onUnplayed }), opened: [pathOf('obsolete.yaml')] }
    return (await finishRun(run, { end: 'completed', update })).failure
  }
  expect(await failureOf('error', 'new')).toBe(OBSOLETE)
  expect(await failureOf('ignore', 'new')).toBeUndefined()
  expect(await failureOf('ignore', 'none')).toBe(OBSOLETE)
})

test('-u removes obsolete files and unplayed interactions, and the run passes', async () => {
  const { failure } = await finishRun(toRun([0, 2]), { end: 'completed', update: 'all' })
  const text = readFileSync(pathOf('used.yaml'), 'utf8')
  const urls = [...text.matchAll(/url: (\S+)/g)].map(([, url]) => url)
  expect({ failure, urls, obsolete: existsSync(pathOf('obsolete.yaml')) }).toEqual({
    failure: undefined,
    urls: ['https://api.test/0', 'https://api.test/2'],
    obsolete: false,
  })
})

test('an interrupted run removes nothing, fails nothing and still reports what was played', async () => {
  expect(await finishRun(toRun([0]), { end: 'interrupted', update: 'all' })).toEqual({
    lines: ['  Cassettes  1 replayed', '             1 call not made'],
    failure: undefined,
  })
  expect(readdirSync(folder).sort()).toEqual(['obsolete.yaml', 'used.yaml'])
})

test('the JSON report and the job summary are written, and a report that cannot be written fails the run', async () => {
  const [json, summary] = [join(root, 'out', 'cassettes.json'), join(root, 'summary.md')]
  vi.stubEnv('GITHUB_STEP_SUMMARY', summary)
  const run = { ...toRun([0, 1, 2]), opened: [pathOf('obsolete.yaml')] }
  const { failure } = await finishRun(run, { end: 'completed', update: 'new', report: json })
  const saved = { calls: 3, tokens: 0, unpriced: 0, waiting: 0 }
  expect({ failure, json: JSON.parse(readFileSync(json, 'utf8')), summary: readFileSync(summary, 'utf8') }).toEqual({
    failure: undefined,
    json: {
      version: 1,
      cassettes: [{ file: pathOf('used.yaml'), state: 'replayed', recorded: 0, saved }],
      saved,
      recorded: 0,
      obsolete: { files: [], interactions: [] },
    },
    summary: expect.stringContaining('1 replayed; 3 calls not made'),
  })
  const refused = await finishRun(run, { end: 'completed', update: 'new', report: root })
  expect(refused.failure).toContain(`Failed to write the report ${root}: `)
  expect(refused.lines.at(-1)).toBe(`  ${refused.failure}`)
})
