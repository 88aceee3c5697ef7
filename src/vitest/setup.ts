import './augmentation.ts'
import { relative } from 'node:path'
import { aroundEach, test as base, expect, inject, type TestContext } from 'vitest'
import { CassetteSessionError } from '../errors/errors.ts'
import { resolveIntercept } from '../intercept/intercept-option.ts'
import { startSetup } from '../intercept/start-setup.ts'
import { provideMswSide } from '../msw/load-msw-side.ts'
import { assertServerIntercepts } from '../msw/probe.ts'
import { assertHandlersRegistered } from '../msw/registered-handlers.ts'
import { createRunnerSession } from '../open/create-runner-session.ts'
import { adviseOnSharedName } from '../runner/advise-on-shared-name.ts'
import { type CassetteUsage, relativePath, toCassetteUsage } from '../runner/cassette-usage.ts'
import { drainOpenedCassettes } from '../runner/opened-cassettes.ts'
import { runAsTest } from '../runner/running-test.ts'
import { unplayedVerdict, updateModeOf } from '../runner/unplayed-verdict.ts'
import { verifyTest } from '../runner/verify-test.ts'
import { runInScope } from '../scope/active-sessions.ts'
import { mergeOptions } from '../session/merge-options.ts'
import type { Session } from '../session/session.ts'
import type { Verification } from '../session/verify-session.ts'
import { blockMetas } from './block-metas.ts'
import { createCutsTest } from './cuts-test.ts'
import { matchers } from './matchers.ts'
import { createSamplesTest } from './samples-test.ts'
import { type CassetteFixtures, provideTest } from './test.ts'
import { type TestCassette, testCassette } from './test-cassette.ts'

const { server, intercept } = inject('msw-cassette') ?? {}
// It is loaded like this module, so that it uses the copy of MSW that the tests use.
if (resolveIntercept(intercept) === 'msw') provideMswSide(await import('../msw/msw-side.ts'))
// At the top level, so that it also intercepts clients that are created while a test file loads.
if (server !== 'own') startSetup(intercept)
expect.extend(matchers)
const test = base.extend<CassetteFixtures>({
  // This reads the session that the hook below sets in the context, before the fixture replaces it.
  cassette: async ({ task }, use) => use(task.context.cassette),
})
provideTest(Object.assign(test, { cuts: createCutsTest(test), samples: createSamplesTest(test) }))

/** The test of this file that owns each cassette, by the path of the cassette. */
const owners = new Map<string, { id: string; name: string }>()

// Vitest reads the fixtures that a hook uses from its source text, so the parameter must be a destructuring pattern.
aroundEach(async (runTest, { task }) => {
  const test = { file: task.file.filepath, name: task.fullTestName }
  const { meta } = task
  const report = (usage: CassetteUsage): void => {
    meta.cassetteUsage = [...(meta.cassetteUsage ?? []), usage]
  }
  const update = updateModeOf(expect.getState())
  const run = (): Promise<void> => runAsTest({ ...test, update, report }, runTest)
  const cassette = testCassette(test, meta.cassette, inject('msw-cassette'), blockMetas(task.suite), sourceOf(task))
  if (cassette) await runWithCassette(cassette, run, task, report)
  else {
    defineMissingCassette(task.context)
    await run()
  }
  const opened = drainOpenedCassettes().map(relativePath)
  if (opened.length > 0) meta.cassettesOpened = [...(meta.cassettesOpened ?? []), ...opened]
})

async function runWithCassette(
  cassette: TestCassette,
  run: () => Promise<void>,
  task: TestContext['task'],
  report: (usage: CassetteUsage) => void,
): Promise<void> {
  assertNotShared(cassette, task)
  assertHandlersRegistered(cassette.file)
  await assertServerIntercepts()
  const session = createRunnerSession({
    source: cassette.file,
    options: mergeOptions(...cassette.layers),
    saving: 'deferred',
    ifMissing: cassette.ifMissing,
  })
  task.context.cassette = session
  await runInScope(session, run)
  const outcome = outcomeOf(task.result)
  const recordings =
    outcome === 'passed' || (outcome === 'failed' && cassette.onFailure === 'save') ? 'saved' : 'discarded'
  try {
    await finish(session, outcome, recordings, task.result?.errors ?? [], {
      unplayed: unplayedVerdict(cassette.naming, updateModeOf(expect.getState())),
      requestedBy: cassette.requestedBy,
    })
  } finally {
    // After the recordings were saved: the last one can end after the test.
    report(toCassetteUsage(session, cassette.file, recordings))
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

/** Errors from here are reported in addition to a failed assertion, and never replace it. */
async function finish(
  session: Session,
  outcome: Outcome,
  recordings: 'saved' | 'discarded',
  errors: readonly unknown[],
  verification: Verification,
): Promise<void> {
  try {
    if (recordings === 'saved') await session.save()
    verifyTest(session, outcome, errors, verification)
    if (outcome === 'passed') await session.close()
  } finally {
    session.end()
  }
}

function assertNotShared(
  { file, naming }: TestCassette,
  { id, fullTestName }: { id: string; fullTestName: string },
): void {
  // Several tests can share a cassette that they name explicitly.
  if (naming === 'by-name') return
  const owner = owners.get(file)
  if (!owner) owners.set(file, { id, name: fullTestName })
  if (!owner || owner.id === id) return
  throw new CassetteSessionError(
    `Two tests would share the cassette ${relative('.', file)}: "${owner.name}" and "${fullTestName}". ` +
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
