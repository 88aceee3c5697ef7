import { expect, inject } from 'vitest'
import { resolveIntercept } from '../intercept/intercept-option.ts'
import { startSetup } from '../intercept/start-setup.ts'
import { provideMswSide } from '../msw/load-msw-side.ts'
import { assertServerIntercepts } from '../msw/probe.ts'
import { assertHandlersRegistered } from '../msw/registered-handlers.ts'
import { createRunnerSession } from '../open/create-runner-session.ts'
import { runAsTest } from '../runner/running-test.ts'
import { unplayedVerdict, updateModeOf } from '../runner/unplayed-verdict.ts'
import { mergeOptions } from '../session/merge-options.ts'
import { giveCassettes } from './give-cassettes.ts'

const { server, intercept } = inject('msw-cassette') ?? {}
// It is loaded like this module, so that it uses the copy of MSW that the tests use.
if (resolveIntercept(intercept) === 'msw') provideMswSide(await import('../msw/msw-side.ts'))
// At the top level, so that it also intercepts clients that are created while a test file loads.
if (server !== 'own') startSetup(intercept)

giveCassettes({
  createSession: createRunnerSession,
  runAsTest: (test, run) => runAsTest({ ...test, update: updateModeOf(expect.getState()) }, run),
  async open({ file, naming, layers, ifMissing }) {
    assertHandlersRegistered(file)
    await assertServerIntercepts()
    const options = mergeOptions(...layers)
    const session = createRunnerSession({ source: file, options, saving: 'deferred', ifMissing })
    return {
      session,
      file,
      unplayed: () => unplayedVerdict(naming, updateModeOf(expect.getState())),
      save: () => session.save(),
    }
  },
})
