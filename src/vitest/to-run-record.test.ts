import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { TestCase, TestModule, Vitest } from 'vitest/node'
import { makeTempFolder } from '../../test/temp-folder.ts'
import type { CassetteUsage } from '../runner/cassette-usage.ts'
import type { CassetteMeta } from './test-cassette.ts'
import { toRunRecord } from './to-run-record.ts'

let root = ''
beforeEach(() => {
  root = makeTempFolder()
  for (const name of ['a.test.ts', 'b.test.ts']) writeFileSync(join(root, name), '')
  mkdirSync(join(root, '__cassettes__'))
})

interface Case {
  readonly name?: string
  readonly state?: 'passed' | 'failed' | 'skipped'
  readonly cassette?: CassetteMeta
  readonly usages?: CassetteUsage[]
  readonly opened?: string[]
  readonly options?: { mode?: 'run' | 'todo'; fails?: boolean }
}

/** The parts of a test that are read. */
function toCase({ name = 'says hi', state = 'passed', cassette, usages, opened, options = {} }: Case): TestCase {
  const meta = {
    ...(cassette === undefined ? {} : { cassette }),
    ...(usages ? { cassetteUsage: usages } : {}),
    ...(opened ? { cassettesOpened: opened } : {}),
  }
  const project = { getProvidedContext: () => ({ 'msw-cassette': {} }) }
  return { fullName: name, options, project, meta: () => meta, result: () => ({ state }) } as unknown as TestCase
}

/** The parts of a test file that are read. */
function toModule(name: string, cases: Case[], state = 'passed', moduleId = join(root, name)): TestModule {
  const tests = cases.map(toCase)
  return {
    moduleId,
    relativeModuleId: name,
    project: { config: { root } },
    state: () => state,
    children: { allTests: () => tests[Symbol.iterator]() },
  } as unknown as TestModule
}

/** A Vitest with these test files and settings. */
function toVitest(files: string[], config: object = {}): Vitest {
  return {
    config: { root, ...config },
    globTestSpecifications: async () => files.map((file) => ({ moduleId: join(root, file) })),
  } as unknown as Vitest
}

const byTest = (file: string, name: string): string => join(root, '__cassettes__', file, `${name}.yaml`)

test('each test has a record with its cassette, its result and how it used cassettes', async () => {
  const usage = { file: 'x.yaml' } as CassetteUsage
  const module = toModule('a.test.ts', [
    { cassette: true, usages: [usage] },
    { name: 'fails', state: 'failed', cassette: 'shared.yaml' },
    { name: 'must fail', cassette: true, options: { fails: true } },
    { name: 'skipped', state: 'skipped', cassette: true },
    { name: 'none' },
  ])
  const testFile = join(root, 'a.test.ts')
  expect(await toRunRecord(toVitest(['a.test.ts']), [module])).toEqual({
    tests: [
      { testFile, cassette: byTest('a.test.ts', 'says-hi'), outcome: 'passed', usages: [usage] },
      { testFile, cassette: resolve('shared.yaml'), outcome: 'failed', usages: [] },
      { testFile, cassette: byTest('a.test.ts', 'must-fail'), outcome: 'failed', usages: [] },
      { testFile, cassette: byTest('a.test.ts', 'skipped'), outcome: 'not-run', usages: [] },
      { testFile, cassette: undefined, outcome: 'passed', usages: [] },
    ],
    completeFiles: [testFile],
    opened: [],
    scope: 'all',
    root,
  })
})

test('a file with a failed test whose cassette is unknown is not complete, and neither is the run', async () => {
  const modules = [
    toModule('a.test.ts', [{ state: 'failed', opened: ['opened.yaml'] }]),
    toModule('b.test.ts', [{ options: { mode: 'todo' }, state: 'skipped' }]),
  ]
  const { completeFiles, opened, scope } = await toRunRecord(toVitest(['a.test.ts', 'b.test.ts']), modules)
  expect({ completeFiles, opened, scope }).toEqual({
    completeFiles: [join(root, 'b.test.ts')],
    opened: [resolve('opened.yaml')],
    scope: 'partial',
  })
})

test('a file that is complete in one project and not in another is not complete', async () => {
  const modules = [toModule('a.test.ts', [{}]), toModule('a.test.ts', [{ state: 'failed' }])]
  expect((await toRunRecord(toVitest(['a.test.ts']), modules)).completeFiles).toEqual([])
})

test.each(['pending', 'queued'])('a file in state %s, and one without tests, was not collected', async (state) => {
  const modules = [toModule('a.test.ts', [{}], state), toModule('b.test.ts', [])]
  expect(await toRunRecord(toVitest([]), modules)).toMatchObject({ tests: [], completeFiles: [], scope: 'partial' })
})

test('a merged report has the files of another machine, which are found below this root', async () => {
  const module = toModule('a.test.ts', [{ cassette: true }], 'passed', '/elsewhere/a.test.ts')
  expect((await toRunRecord(toVitest(['a.test.ts']), [module])).completeFiles).toEqual([join(root, 'a.test.ts')])
})

test.each<[string, object]>([
  ['a project', { project: ['unit'] }],
  ['an exclusion', { cliExclude: ['b.test.ts'] }],
  ['a test name', { testNamePattern: /hi/ }],
])('a run that is filtered by %s is partial', async (_, config) => {
  const { scope } = await toRunRecord(toVitest(['a.test.ts'], config), [toModule('a.test.ts', [{}])])
  expect(scope).toBe('partial')
})

test('the root is the folder in which Vitest looks for tests', async () => {
  const { root: found } = await toRunRecord(toVitest([], { dir: 'packages' }), [])
  expect(found).toBe(join(root, 'packages'))
})
