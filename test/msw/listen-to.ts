import type { RequestHandler } from 'msw'
import { setupServer } from 'msw/node'
import { listenOptions } from 'msw-cassette'
import { interceptFetch } from '../../src/intercept/intercept-fetch.ts'
import { provideMswSide } from '../../src/msw/load-msw-side.ts'
import * as mswSide from '../../src/msw/msw-side.ts'

/**
 * Whether the tests get the setup of a runner that answers without MSW until a test needs it. It leaves requests to this machine alone
 * that no session answers.
 */
export const isRunner = process.env.MSW_CASSETTE_INTERCEPT === 'auto'

/**
 * Starts an MSW server, or the setup of a runner, see `isRunner`.
 *
 * @param handlers the handlers of the server. In a setup, those of sessions answer since they were read
 * @returns stops it
 */
export function listenTo(...handlers: RequestHandler[]): () => void {
  if (isRunner) {
    provideMswSide(mswSide)
    return interceptFetch({ policy: 'every-test', intercept: 'auto' })
  }
  const server = setupServer(...handlers)
  server.listen(listenOptions)
  return () => server.close()
}
