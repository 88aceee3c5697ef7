import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CassetteUsage } from './cassette-usage.ts'
import { findObsolete, type TestRecord } from './find-obsolete.ts'

const ROOT = '/nowhere'
const TEST_FILE = `${ROOT}/x.test.ts`
const SHARED = `${ROOT}/__cassettes__/x.test.ts/shared.yaml`

const usage = (played: readonly number[], more: Partial<CassetteUsage> = {}): CassetteUsage => ({
  file: SHARED,
  played,
  calls: played.length,
  before: 'found',
  total: 3,
  recorded: 0,
  onUnplayed: 'error',
  tokens: 0,
  ...more,
})

const record = (...usages: CassetteUsage[]): TestRecord => ({
  testFile: TEST_FILE,
  cassette: SHARED,
  outcome: 'passed',
  usages,
})

const interactions = (...tests: TestRecord[]) =>
  findObsolete({ tests, completeFiles: [TEST_FILE], opened: [], scope: 'partial', root: ROOT }, (file) => join(file))
    .interactions

test('an interaction is obsolete only if no test of its cassette played it', () => {
  expect(interactions(record(usage([0])), record(usage([1])))).toEqual([
    { file: SHARED, indexes: [2], severity: 'error' },
  ])
  expect(interactions(record(usage([0])), record(usage([1, 2])))).toEqual([])
})

test('it is an error only if a test does not allow unplayed interactions', () => {
  const allowed = usage([0, 1], { onUnplayed: 'ignore' })
  expect(interactions(record(allowed))).toEqual([{ file: SHARED, indexes: [2], severity: 'ignore' }])
  expect(interactions(record(allowed), record(usage([0])))).toEqual([{ file: SHARED, indexes: [2], severity: 'error' }])
})

test('nothing is known if a test of the cassette failed, did not run or recorded', () => {
  const used = record(usage([0]))
  expect(interactions(used, { ...record(), outcome: 'failed' })).toEqual([])
  expect(interactions(used, { ...record(), outcome: 'not-run' })).toEqual([])
  expect(interactions(used, record(usage([1], { recorded: 1 })))).toEqual([])
})
