import { expect, inject } from 'vitest'
import { listen } from '../msw/listen.ts'
import { assertServerIntercepts } from '../msw/probe.ts'
import { assertHandlersRegistered } from '../msw/registered-handlers.ts'
import { createSession } from '../open/create-session.ts'
import { runAsTest } from '../runner/running-test.ts'
import { unplayedVerdict, updateModeOf } from '../runner/unplayed-verdict.ts'
import { mergeOptions } from '../session/merge-options.ts'
import { giveCassettes } from './give-cassettes.ts'

// At the top level, so that it also intercepts clients that are created while a test file loads.
if (inject('msw-cassette')?.server !== 'own') listen('every-test')

giveCassettes({
  runAsTest: (test, run) => runAsTest({ ...test, update: updateModeOf(expect.getState()) }, run),
  async open({ file, naming, layers, ifMissing }) {
    assertHandlersRegistered(file)
    await assertServerIntercepts()
    const session = createSession({ source: file, options: mergeOptions(...layers), saving: 'deferred', ifMissing })
    return {
      session,
      file,
      unplayed: () => unplayedVerdict(naming, updateModeOf(expect.getState())),
      save: () => session.save(),
    }
  },
})
