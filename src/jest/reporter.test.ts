import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import type { CassetteUsage } from '../runner/cassette-usage.ts'
import { RUN_FOLDER } from '../runner/recorded-files.ts'
import type { RunMessage } from '../runner/run-message.ts'
import CassetteReporter from './reporter.ts'

let root = ''
let printed: unknown[][] = []
beforeEach(() => {
  root = makeTempFolder()
  vi.stubEnv(RUN_FOLDER, undefined)
  const { argv } = process
  vi.spyOn(process, 'argv', 'get').mockReturnValue(argv.slice(0, 2))
  printed = vi.spyOn(process.stderr, 'write').mockReturnValue(true).mock.calls
  writeFileSync(join(root, 'a.test.js'), '')
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

const usage = (more: Partial<CassetteUsage> = {}): RunMessage => ({
  testFile: join(root, 'a.test.js'),
  outcome: 'passed',
  usage: {
    file: join(root, '__cassettes__/a.test.js/used.yaml'),
    played: [0],
    counts: [1],
    calls: 1,
    waiting: 'skipped',
    before: 'found',
    total: 1,
    recorded: 0,
    onUnplayed: 'error',
    ...more,
  },
})

interface Run {
  readonly update?: 'all' | 'new' | 'none'
  readonly messages?: RunMessage[][]
  readonly status?: string
  readonly config?: object
  readonly wasInterrupted?: boolean
}

/** Runs the reporter: each list of messages is from one worker. */
async function report({
  update = 'new',
  messages = [[usage()]],
  status = 'passed',
  config = {},
  wasInterrupted = false,
}: Run = {}) {
  const reporter = new CassetteReporter({ rootDir: root, updateSnapshot: update, ...config })
  const folder = process.env[RUN_FOLDER] as string
  for (const [worker, lines] of messages.entries())
    writeFileSync(join(folder, `${worker}.jsonl`), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  writeFileSync(join(folder, 'x.recorded'), '')
  const file = { testFilePath: join(root, 'a.test.js'), testResults: [{ status }] }
  await reporter.onRunComplete(undefined, { wasInterrupted, testResults: [file] })
  return { error: reporter.getLastError()?.message, folder: existsSync(folder) }
}

/** Adds a cassette that no test uses. */
function addObsolete(): string {
  const folder = join(root, '__cassettes__/a.test.js')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'obsolete.yaml')
  writeFileSync(file, '---\nversion: 2\ninteractions: []\n')
  return file
}

test('the messages of all workers are one report, and their folder is removed', async () => {
  const result = await report({
    messages: [[usage()], [usage({ file: 'other.yaml', before: 'missing', recorded: 2, calls: 0 })]],
  })
  expect({ ...result, printed }).toEqual({
    error: undefined,
    folder: false,
    printed: [['\n  Cassettes  1 replayed, 1 recorded\n             1 call not made\n']],
  })
})

test('a run without cassettes prints nothing', async () => {
  expect((await report({ messages: [] })).error).toBeUndefined()
  expect(printed).toEqual([])
})

test('an obsolete cassette is listed, an error with --ci, and removed with -u', async () => {
  const file = addObsolete()
  expect([(await report({ update: 'new' })).error, existsSync(file)]).toEqual([undefined, true])
  expect((await report({ update: 'none' })).error).toBe(
    'There are obsolete cassettes. Remove them with -u, and commit.',
  )
  expect([(await report({ update: 'all' })).error, existsSync(file)]).toEqual([undefined, false])
})

test.each<[string, Run]>([
  ['opened by a test', { messages: [[{ opened: ['__cassettes__/a.test.js/obsolete.yaml'] }]] }],
  ['that a failed test can need', { status: 'failed' }],
  ['that a skipped test can need', { status: 'pending' }],
  ['of an interrupted run', { wasInterrupted: true }],
])('a cassette %s is not obsolete', async (_, run) => {
  const file = addObsolete()
  vi.spyOn(process, 'cwd').mockReturnValue(root)
  expect(resolve('x')).toBe(join(root, 'x'))
  await report({ ...run, update: 'all' })
  expect(existsSync(file)).toBe(true)
})

test.each<[string, object]>([
  ['a test name', { testNamePattern: 'hi' }],
  ['a path', { testPathPatterns: { patterns: ['a'] } }],
  ['a shard', { shard: { shardIndex: 1, shardCount: 2 } }],
  ['changed files', { onlyChanged: true }],
  ['failed files', { onlyFailures: true }],
  ['related files', { findRelatedTests: true }],
  ['exact paths', { runTestsByPath: true }],
])(
  'a run that is filtered by %s keeps the cassettes of deleted folders that other tests can name',
  async (_, config) => {
    const other = join(root, '__cassettes__/shared.yaml')
    mkdirSync(join(root, '__cassettes__'), { recursive: true })
    writeFileSync(other, '---\nversion: 2\ninteractions: []\n')
    await report({ update: 'all', config })
    expect(existsSync(other)).toBe(true)
    await report({ update: 'all', config: { testPathPatterns: { patterns: [] } } })
    expect(existsSync(other)).toBe(false)
  },
)
