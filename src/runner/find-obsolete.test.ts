import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import type { CassetteUsage } from './cassette-usage.ts'
import { findObsolete, type RunRecord, type TestRecord } from './find-obsolete.ts'

const ROOT = '/nowhere'
const TEST_FILE = `${ROOT}/x.test.ts`
const SHARED = `${ROOT}/__cassettes__/x.test.ts/shared.yaml`

const usage = (played: readonly number[], more: Partial<CassetteUsage> = {}): CassetteUsage => ({
  file: SHARED,
  played,
  counts: played.map(() => 1),
  calls: played.length,
  waiting: 'skipped',
  before: 'found',
  total: 3,
  recorded: 0,
  onUnplayed: 'error',
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

test('samples are needed as long as a test could play them', () => {
  expect(interactions(record(usage([0], { spare: [1, 2] })))).toEqual([])
  expect(interactions(record(usage([0], { spare: [1] })))).toEqual([{ file: SHARED, indexes: [2], severity: 'error' }])
})

test('nothing is known if a test of the cassette failed, did not run or recorded', () => {
  const used = record(usage([0]))
  expect(interactions(used, { ...record(), outcome: 'failed' })).toEqual([])
  expect(interactions(used, { ...record(), outcome: 'not-run' })).toEqual([])
  expect(interactions(used, record(usage([1], { recorded: 1 })))).toEqual([])
})

test('an opened cassette is judged by the code that opened it', () => {
  const run = {
    tests: [record(usage([0]))],
    completeFiles: [TEST_FILE],
    opened: [SHARED],
    scope: 'all',
    root: ROOT,
  } as const
  expect(findObsolete(run, (file) => file)).toEqual({ files: [], interactions: [] })
})

test('paths of usages are resolved, so that two spellings are one cassette', () => {
  const tests = [record(usage([0], { file: 'shared.yaml' })), record(usage([1, 2]))]
  const run = { tests, completeFiles: [TEST_FILE], opened: [], scope: 'partial', root: ROOT } as const
  expect(
    findObsolete(run, (file) => join(dirname(SHARED), file.replace(`${dirname(SHARED)}/`, ''))).interactions,
  ).toEqual([])
})

test('interactions of a cassette that any test can name are known only in a complete run', () => {
  const file = `${ROOT}/fixtures/shared.yaml`
  const find = (scope: RunRecord['scope'], completeFiles: string[]) =>
    findObsolete(
      { tests: [record(usage([0], { file }))], completeFiles, opened: [], scope, root: ROOT },
      (each) => each,
    ).interactions
  expect([find('partial', [TEST_FILE]), find('all', [])]).toEqual([[], [{ file, indexes: [1, 2], severity: 'error' }]])
})

test('interactions of a test file that is not complete are unknown', () => {
  const run = { tests: [record(usage([0]))], completeFiles: [], opened: [], scope: 'partial', root: ROOT } as const
  expect(findObsolete(run, (file) => file).interactions).toEqual([])
})

/** Creates a project with these files, and finds those that are obsolete, relative to its folder. */
function findIn(files: readonly string[], toRun: (root: string) => Partial<RunRecord>): string[] {
  const root = makeTempFolder()
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), '')
  }
  const run = { tests: [], completeFiles: [], opened: [], scope: 'all', root, ...toRun(root) } as const
  return findObsolete(run, (file) => join(root, file)).files.map((file) => file.slice(root.length + 1))
}

const PROJECT = [
  'src/a.test.ts',
  'src/b.test.ts',
  'src/__cassettes__/a.test.ts/claimed.yaml',
  'src/__cassettes__/a.test.ts/used.yaml',
  'src/__cassettes__/a.test.ts/old.yaml',
  'src/__cassettes__/a.test.ts/older.yml',
  'src/__cassettes__/a.test.ts/notes.md',
  'src/__cassettes__/b.test.ts/unknown.yaml',
  'src/__cassettes__/deleted.test.ts/gone.yaml',
  'src/__cassettes__/opened.yaml',
  'src/__cassettes__/shared.yaml',
  'other/__cassettes__/c.test.ts/gone.yaml',
]

/** `src/a.test.ts` is complete: one test did not run, and one used a cassette by its path. */
const toTests = (root: string): Partial<RunRecord> => {
  const testFile = join(root, 'src/a.test.ts')
  const claimed = join(root, 'src/__cassettes__/a.test.ts/claimed.yaml')
  return {
    tests: [
      { testFile, cassette: claimed, outcome: 'not-run', usages: [] },
      {
        testFile,
        cassette: undefined,
        outcome: 'passed',
        usages: [usage([0], { file: 'src/__cassettes__/a.test.ts/used.yaml' })],
      },
    ],
    completeFiles: [testFile],
    opened: [join(root, 'src/__cassettes__/opened.yaml')],
  }
}

/** The same project after a run in which each test passed. */
const toPassed = (root: string): Partial<RunRecord> => ({
  ...toTests(root),
  tests: toTests(root).tests?.map((record) => ({ ...record, outcome: 'passed' as const })) ?? [],
})

test('in a complete run, cassettes that no test names are obsolete, unless their test file did not run', () => {
  expect(findIn(PROJECT, toPassed)).toEqual([
    'other/__cassettes__/c.test.ts/gone.yaml',
    'src/__cassettes__/a.test.ts/old.yaml',
    'src/__cassettes__/a.test.ts/older.yml',
    'src/__cassettes__/deleted.test.ts/gone.yaml',
    'src/__cassettes__/shared.yaml',
  ])
})

test.each(['failed', 'not-run', 'todo'] as const)(
  'a test that is %s can open a cassette that any test can name, unless it is only planned',
  (outcome) => {
    const found = findIn(PROJECT, (root) => {
      const { tests = [], ...run } = toPassed(root)
      return { ...run, tests: tests.map((record, index) => (index === 0 ? { ...record, outcome } : record)) }
    })
    expect(found.filter((file) => file.endsWith('shared.yaml'))).toEqual(
      outcome === 'todo' ? ['src/__cassettes__/shared.yaml'] : [],
    )
    expect(found).toContain('other/__cassettes__/c.test.ts/gone.yaml')
  },
)

test('in a partial run, only cassettes next to its own test files are obsolete, and none that any test can name', () => {
  expect(findIn(PROJECT, (root) => ({ ...toTests(root), scope: 'partial' }))).toEqual([
    'src/__cassettes__/a.test.ts/old.yaml',
    'src/__cassettes__/a.test.ts/older.yml',
    'src/__cassettes__/deleted.test.ts/gone.yaml',
  ])
})

test('a run without a complete test file finds no cassette in its folders', () => {
  expect(findIn(PROJECT, () => ({ scope: 'partial' }))).toEqual([])
})
