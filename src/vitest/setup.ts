import './augmentation.ts'
import { relative } from 'node:path'
import { aroundEach, expect, inject, type TestContext } from 'vitest'
import { CassetteSessionError } from '../errors.ts'
import { listen } from '../msw/listen.ts'
import { createSession } from '../open-cassette.ts'
import { cassetteUsage } from '../runner/cassette-usage.ts'
import { runInScope } from '../scope/scope.ts'
import type { Session } from '../session.ts'
import { matchers } from './matchers.ts'
import { type TestCassette, testCassette } from './test-cassette.ts'

// At the top level: clients that are made as a test file is loaded are caught, too.
listen('every-test')
expect.extend(matchers)

/** Which test of this file has which cassette, by the tests' ids. */
const owners = new Map<string, { id: string; name: string }>()

// Vitest reads from the text of a hook which fixtures it takes: the parameter has to be a pattern.
aroundEach(async (runTest, { task }) => {
  const test = { file: task.file.filepath, name: task.fullTestName }
  const cassette = testCassette(test, task.meta.cassette, inject('msw-cassette'))
  if (!cassette) {
    defineMissing(task.context)
    return runTest()
  }
  refuseSharing(cassette, task)
  const session = createSession(cassette.file, cassette.options, 'when-asked')
  task.context.cassette = session
  await runInScope(session, runTest)
  const outcome = task.result?.state === 'fail' ? 'failed' : 'passed'
  const recordings = outcome === 'passed' || cassette.saveOnFailure === 'save' ? 'saved' : 'discarded'
  const usage = cassetteUsage(session, cassette.file, recordings)
  task.meta.cassetteUsage = [...(task.meta.cassetteUsage ?? []), usage]
  await finish(session, outcome, recordings)
})

/** A failing assertion is never hidden: what follows is only said in addition to it. */
async function finish(
  session: Session,
  outcome: 'passed' | 'failed',
  recordings: 'saved' | 'discarded',
): Promise<void> {
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
  const owner = owners.get(file)
  if (!owner) owners.set(file, { id, name: fullTestName })
  if (!owner || owner.id === id || naming === 'by-name') return
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
