import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringifyCassette } from 'msw-cassette'
import { beforeEach, expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import type { CassetteUsage } from './cassette-usage.ts'
import type { RunRecord } from './find-obsolete.ts'
import { finishRun } from './finish-run.ts'

let root = ''
let folder = ''
const pathOf = (name: string): string => join(folder, name)

beforeEach(() => {
  root = makeTempFolder()
  folder = join(root, '__cassettes__', 'a.test.ts')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(root, 'a.test.ts'), '')
  const urls = ['https://api.test/0', 'https://api.test/1', 'https://api.test/2']
  const text = stringifyCassette(buildCassette(...urls.map((url) => ({ url }))))
  for (const name of ['used.yaml', 'obsolete.yaml']) writeFileSync(pathOf(name), text)
})

/** A run whose only test played these interactions of `used.yaml`. */
function toRun(played: readonly number[], more: Partial<CassetteUsage> = {}): RunRecord {
  const file = pathOf('used.yaml')
  const usage: CassetteUsage = {
    file,
    played,
    calls: played.length,
    before: 'found',
    total: 3,
    recorded: 0,
    onUnplayed: 'error',
    tokens: 0,
    ...more,
  }
  const testFile = join(root, 'a.test.ts')
  const test = { testFile, cassette: file, outcome: 'passed' as const, usages: [usage] }
  return { tests: [test], completeFiles: [testFile], opened: [], scope: 'all', root }
}

test('a run that played everything passes; an obsolete file fails it only in CI', () => {
  expect(finishRun(toRun([0, 1, 2]), 'completed', 'new').status).toBe('passed')
  expect(finishRun(toRun([0, 1, 2]), 'completed', 'none').status).toBe('failed')
  expect(readdirSync(folder).sort()).toEqual(['obsolete.yaml', 'used.yaml'])
})

test('an unplayed interaction fails the run, unless its test allows it and the run is local', () => {
  const statusOf = (onUnplayed: 'error' | 'ignore', update: 'new' | 'none'): string => {
    const run = { ...toRun([0, 2], { onUnplayed }), opened: [pathOf('obsolete.yaml')] }
    return finishRun(run, 'completed', update).status
  }
  expect(statusOf('error', 'new')).toBe('failed')
  expect(statusOf('ignore', 'new')).toBe('passed')
  expect(statusOf('ignore', 'none')).toBe('failed')
})

test('-u removes obsolete files and unplayed interactions, and the run passes', () => {
  const { status } = finishRun(toRun([0, 2]), 'completed', 'all')
  const text = readFileSync(pathOf('used.yaml'), 'utf8')
  const urls = [...text.matchAll(/url: (\S+)/g)].map(([, url]) => url)
  expect({ status, urls, obsolete: existsSync(pathOf('obsolete.yaml')) }).toEqual({
    status: 'passed',
    urls: ['https://api.test/0', 'https://api.test/2'],
    obsolete: false,
  })
})

test('an interrupted run removes nothing, fails nothing and still reports what was played', () => {
  expect(finishRun(toRun([0]), 'interrupted', 'all')).toEqual({
    lines: ['  Cassettes  1 replayed', '             1 call avoided'],
    status: 'passed',
  })
  expect(readdirSync(folder).sort()).toEqual(['obsolete.yaml', 'used.yaml'])
})
