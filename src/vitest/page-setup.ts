import { inject } from 'vitest'
import { assertServerIntercepts } from '../msw/probe.ts'
import { assertHandlersRegistered } from '../msw/registered-handlers.ts'
import { startWorker } from '../msw/start-worker.ts'
import { createSession } from '../open/create-session.ts'
import { giveCassettes } from './give-cassettes.ts'
import { openPageCassette } from './open-page-cassette.ts'

// The setup file of Vitest's browser mode.

const { server, worker } = inject('msw-cassette') ?? {}
// At the top level, so that it also answers clients that are created while a test file loads.
if (server !== 'own' && worker !== undefined) await startWorker(worker, 'every-test')

giveCassettes({
  createSession,
  // Without AsyncLocalStorage, a running test can't be told from a concurrent one, and `withCassette` gets it from its arguments.
  runAsTest: (_test, run) => run(),
  async open(cassette) {
    assertHandlersRegistered(cassette.file)
    await assertServerIntercepts()
    return openPageCassette(cassette)
  },
})
