import './augmentation.ts'
import { aroundEach, test as base, expect, inject, type TestContext } from 'vitest'
import { CassetteSessionError } from '../errors/errors.ts'
import type { Opening } from '../open/prepare-session.ts'
import type { CassetteSession } from '../open/public-session.ts'
import { adviseOnSharedName } from '../runner/advise-on-shared-name.ts'
import { type CassetteUsage, relativePath, toCassetteUsage } from '../runner/cassette-usage.ts'
import { drainOpenedCassettes } from '../runner/opened-cassettes.ts'
import type { RunningTest } from '../runner/running-test.ts'
import { verifyTest } from '../runner/verify-test.ts'
import { runInScope } from '../scope/active-sessions.ts'
import type { Session } from '../session/session.ts'
import type { UnplayedVerdict } from '../session/verify-session.ts'
import { blockMetas } from './block-metas.ts'
import { createCutsTest } from './cuts-test.ts'
import { matchers } from './matchers.ts'
import { createSamplesTest } from './samples-test.ts'
import { startStackAtTest } from './start-stack-at-test.ts'
import { type CassetteFixtures, provideTest } from './test.ts'
import { type TestCassette, testCassette } from './test-cassette.ts'

/** The session of a test, and the steps at its end. */
export interface OpenedTestCassette {
  readonly session: CassetteSession & Session
  /** The path of the cassette, for the report. */
  readonly file: string
  /** How unplayed interactions are judged. Vitest sets its update mode while the test begins, so this is called at its end. */
  unplayed(): UnplayedVerdict
  /** Saves the recordings. */
  save(): Promise<void>
}

/** How the platform on which the tests run, Node or a page, opens cassettes. */
export interface TestPlatform {
  /** Runs a test, with or without a cassette. */
  runAsTest(test: Omit<RunningTest, 'update'>, run: () => Promise<void>): Promise<void>
  open(cassette: TestCassette): Promise<OpenedTestCassette>
  /** Opens a cassette in memory. */
  createSession(opening: Opening): CassetteSession & Session
}

/**
 * Gives cassettes to the tests of the file that is about to run: the hook, the matchers, and `test` of `msw-cassette/vitest`. A setup
 * file calls it for each test file.
 */
export function giveCassettes(platform: TestPlatform): void {
  expect.extend(matchers)
  const test = base.extend<CassetteFixtures>({
    // This reads the session that the hook below sets in the context, before the fixture replaces it.
    cassette: async ({ task }, use) => use(task.context.cassette),
  })
  provideTest(
    Object.assign(test, { cuts: createCutsTest(test, platform.createSession), samples: createSamplesTest(test) }),
  )
  const owners: Owners = new Map()

  // Vitest reads the fixtures that a hook uses from its source text, so the parameter must be a destructuring pattern.
  aroundEach(async (runTest, { task }) => {
    try {
      await giveCassette(task, runTest)
    } catch (error) {
      startStackAtTest(error, task)
      throw error
    }
  })

  async function giveCassette(task: TestContext['task'], runTest: () => Promise<void>): Promise<void> {
    const test = { file: task.file.filepath, name: task.fullTestName }
    const { meta } = task
    const report = (usage: CassetteUsage): void => {
      meta.cassetteUsage = [...(meta.cassetteUsage ?? []), usage]
    }
    const run = (): Promise<void> => platform.runAsTest({ ...test, report }, runTest)
    const cassette = testCassette(test, meta.cassette, inject('msw-cassette'), blockMetas(task.suite), sourceOf(task))
    if (cassette) {
      assertNotShared(cassette, task, owners)
      await runWithCassette(cassette, await platform.open(cassette), { task, run, report })
    } else {
      defineMissingCassette(task.context)
      await run()
    }
    const opened = drainOpenedCassettes().map(relativePath)
    if (opened.length > 0) meta.cassettesOpened = [...(meta.cassettesOpened ?? []), ...opened]
  }
}

interface TestRun {
  readonly task: TestContext['task']
  run(): Promise<void>
  report(usage: CassetteUsage): void
}

async function runWithCassette(
  cassette: TestCassette,
  { session, file, unplayed, save }: OpenedTestCassette,
  { task, run, report }: TestRun,
): Promise<void> {
  task.context.cassette = session
  await runInScope(session, run)
  const outcome = outcomeOf(task.result)
  let recordings: 'saved' | 'discarded' = 'discarded'
  try {
    if (outcome === 'passed' || (outcome === 'failed' && cassette.onFailure === 'save')) {
      await save()
      recordings = 'saved'
    }
    // Its errors are reported in addition to a failed assertion, and never replace it.
    verifyTest(session, outcome, task.result?.errors ?? [], {
      unplayed: unplayed(),
      requestedBy: cassette.requestedBy,
    })
    if (outcome === 'passed') await session.close()
  } finally {
    session.end()
    // After the recordings were saved: the last one can end after the test.
    report(toCassetteUsage(session, file, recordings))
  }
}

/** Whether the test itself requests its cassette. Vitest copies the metadata of tags and of `describe` blocks to their tests. */
function sourceOf({ meta, suite, tags = [] }: TestContext['task']): 'own' | 'inherited' {
  const isFromSuite = suite?.meta.cassette !== undefined && suite.meta.cassette === meta.cassette
  const isFromTag = inject('msw-cassette')?.tags?.some((tag) => tags.includes(tag))
  return isFromSuite || isFromTag ? 'inherited' : 'own'
}

type Outcome = 'passed' | 'failed' | 'skipped'

/** A running test can skip itself with `skip()`. */
function outcomeOf(result: { readonly state: string; readonly pending?: boolean } | undefined): Outcome {
  if (result?.state === 'fail') return 'failed'
  return result?.pending || result?.state === 'skip' ? 'skipped' : 'passed'
}

/** The test of a file that owns each cassette, by the path of the cassette. */
type Owners = Map<string, { id: string; name: string }>

function assertNotShared(
  { file, naming }: TestCassette,
  { id, fullTestName }: { id: string; fullTestName: string },
  owners: Owners,
): void {
  // Several tests can share a cassette that they name explicitly.
  if (naming === 'by-name') return
  const owner = owners.get(file)
  if (!owner) owners.set(file, { id, name: fullTestName })
  if (!owner || owner.id === id) return
  throw new CassetteSessionError(
    `Two tests would share the cassette ${relativePath(file)}: "${owner.name}" and "${fullTestName}". ` +
      adviseOnSharedName(fullTestName),
  )
}

function defineMissingCassette(context: TestContext): void {
  Object.defineProperty(context, 'cassette', {
    configurable: true,
    get() {
      throw new CassetteSessionError(
        'This test has no cassette. Give it one: test(name, { meta: { cassette: true } }, …).',
      )
    },
  })
}
