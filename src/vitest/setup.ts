import './augmentation.ts'
import { relative } from 'node:path'
import { aroundEach, test as base, expect, inject, type TestContext } from 'vitest'
import { CassetteSessionError } from '../errors/errors.ts'
import { listen } from '../msw/listen.ts'
import { assertServerIntercepts } from '../msw/probe.ts'
import { assertHandlersRegistered } from '../msw/registered-handlers.ts'
import { createSession } from '../open/create-session.ts'
import { type CassetteUsage, cassetteUsage, relativePath } from '../runner/cassette-usage.ts'
import { drainOpenedCassettes } from '../runner/opened-cassettes.ts'
import { runAsTest } from '../runner/running-test.ts'
import { runInScope } from '../scope/active-sessions.ts'
import type { Session } from '../session/session.ts'
import { givenDefaults } from './cassette-defaults.ts'
import { matchers } from './matchers.ts'
import { type CassetteFixtures, provideTest } from './test.ts'
import { type TestCassette, testCassette } from './test-cassette.ts'

// At the top level: clients that are made as a test file is loaded are caught, too.
if (inject('msw-cassette')?.server !== 'own') listen('every-test')
expect.extend(matchers)
provideTest(
  base.extend<CassetteFixtures>({
    // What is put into the context below is read before this fixture takes its place.
    cassette: async ({ task }, use) => use(task.context.cassette),
  }),
)

/** Which test of this file has which cassette, by the tests' ids. */
const owners = new Map<string, { id: string; name: string }>()

// Vitest reads from the text of a hook which fixtures it takes: the parameter has to be a pattern.
aroundEach(async (runTest, { task }) => {
  const test = { file: task.file.filepath, name: task.fullTestName }
  const { meta } = task
  const report = (usage: CassetteUsage): void => {
    meta.cassetteUsage = [...(meta.cassetteUsage ?? []), usage]
  }
  const run = (): Promise<void> => runAsTest({ ...test, report }, runTest)
  const cassette = testCassette(test, meta.cassette, inject('msw-cassette'))
  if (cassette) await runWithCassette(cassette, run, task, report)
  else {
    defineMissing(task.context)
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
  refuseSharing(cassette, task)
  assertHandlersRegistered(cassette.file)
  await assertServerIntercepts()
  const options = { ...givenDefaults(), ...cassette.options }
  const session = createSession({
    source: cassette.file,
    options,
    saving: 'deferred',
    ifMissing: cassette.ifMissing,
  })
  task.context.cassette = session
  await runInScope(session, run)
  const outcome = outcomeOf(task.result)
  const recordings =
    outcome === 'passed' || (outcome === 'failed' && cassette.onFailure === 'save') ? 'saved' : 'discarded'
  report(cassetteUsage(session, cassette.file, recordings))
  await finish(session, outcome, recordings)
}

type Outcome = 'passed' | 'failed' | 'skipped'

/** A test may skip itself in its midst, by `skip()`. */
function outcomeOf(result: { readonly state: string; readonly pending?: boolean } | undefined): Outcome {
  if (result?.state === 'fail') return 'failed'
  return result?.pending || result?.state === 'skip' ? 'skipped' : 'passed'
}

/** A failing assertion is never hidden: what follows is only said in addition to it. */
async function finish(session: Session, outcome: Outcome, recordings: 'saved' | 'discarded'): Promise<void> {
  try {
    if (recordings === 'saved') await session.save()
    if (outcome === 'passed' || session.mismatches.length > 0) session.verify()
  } finally {
    session.end()
  }
}

function refuseSharing(
  { file, naming }: TestCassette,
  { id, fullTestName }: { id: string; fullTestName: string },
): void {
  // A name that is given may be given to several.
  if (naming === 'by-name') return
  const owner = owners.get(file)
  if (!owner) owners.set(file, { id, name: fullTestName })
  if (!owner || owner.id === id) return
  throw new CassetteSessionError(
    `Two tests would share the cassette ${relative('.', file)}: "${owner.name}" and "${fullTestName}". ` +
      "Name one of them: { meta: { cassette: 'another-name' } }.",
  )
}

function defineMissing(context: TestContext): void {
  Object.defineProperty(context, 'cassette', {
    configurable: true,
    get() {
      throw new CassetteSessionError(
        'This test has no cassette. Give it one: test(name, { meta: { cassette: true } }, …).',
      )
    },
  })
}
