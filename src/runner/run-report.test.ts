import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import type { CassetteUsage } from './cassette-usage.ts'
import type { TestRecord } from './find-obsolete.ts'
import { createBriefReport, createRunReport } from './run-report.ts'

const NOTHING = { files: [], interactions: [] }
const NO_CALLS = { calls: 0, tokens: 0, unpriced: 0, waiting: 0 }

let file = ''
beforeEach(() => {
  file = join(makeTempFolder(), 'a.yaml')
  const { interactions, ...cassette } = buildCassette({ response: '1' }, { response: '2' })
  const timed = interactions.map(({ response, ...rest }, index) => ({
    ...rest,
    response: { ...response, duration: 1000 * (index + 1) },
  }))
  writeFileSync(file, stringifyCassette({ ...cassette, interactions: timed }))
})

const used = (path: string, more: Partial<CassetteUsage>): TestRecord => ({
  testFile: '/app/a.test.ts',
  cassette: undefined,
  outcome: 'passed',
  usages: [
    {
      file: path,
      played: [],
      counts: [],
      calls: 0,
      waiting: 'skipped',
      before: 'found',
      total: 0,
      recorded: 0,
      onUnplayed: 'error',
      ...more,
    },
  ],
})

const statesOf = async (...tests: TestRecord[]) =>
  (await createRunReport(tests, NOTHING)).cassettes.map((each) => [each.file, each.state, each.recorded])

test('a cassette is reported once, whatever the number of its tests, and an unused one is not', async () => {
  const tests = [
    used('idle.yaml', {}),
    used('a.yaml', { calls: 1 }),
    used('a.yaml', { calls: 2 }),
    used('new.yaml', { before: 'missing', recorded: 2 }),
    used('new.yaml', { calls: 1, recorded: 1 }),
    used('grown.yaml', { calls: 1, recorded: 1 }),
  ]
  expect(await statesOf(...tests)).toEqual([
    ['a.yaml', 'replayed', 0],
    ['new.yaml', 'recorded', 3],
    ['grown.yaml', 'updated', 1],
  ])
})

test('the calls of all tests are totaled from the file, without waiting that the replay repeated', async () => {
  const tests = [
    used(file, { played: [0, 1], counts: [1, 2], calls: 3 }),
    used(file, { played: [1], counts: [1], calls: 1 }),
    used(file, { played: [1], counts: [1], calls: 1, waiting: 'replayed' }),
  ]
  const report = await createRunReport(tests, NOTHING)
  expect(report.saved).toEqual({ calls: 5, tokens: 0, unpriced: 0, waiting: 1000 + 3 * 2000 })
})

test.each([
  ['was removed', 'gone.yaml', 0],
  ['has fewer interactions now', 'a.yaml', 7],
  ['is not a cassette any more', '../package.json', 0],
])('the calls of a cassette that %s are counted without their usage', async (_, name, index) => {
  const tests = [used(join(file, '..', name), { played: [index], counts: [2], calls: 2 })]
  expect((await createRunReport(tests, NOTHING)).saved).toEqual({ ...NO_CALLS, calls: 2 })
})

test('a run without calls reads no cassette', async () => {
  expect(await createRunReport([used(file, { before: 'missing', recorded: 2 })], NOTHING)).toEqual({
    version: 1,
    cassettes: [{ file, state: 'recorded', recorded: 2, saved: NO_CALLS }],
    saved: NO_CALLS,
    recorded: 2,
    obsolete: NOTHING,
  })
})

test('a process that ends reports the calls, and reads nothing', () => {
  const report = createBriefReport([used('gone.yaml', { played: [0], counts: [2], calls: 2 })])
  expect({ cassettes: report.cassettes, saved: report.saved }).toEqual({
    cassettes: [{ file: 'gone.yaml', state: 'replayed', recorded: 0, saved: { ...NO_CALLS, calls: 2 } }],
    saved: { ...NO_CALLS, calls: 2 },
  })
})
