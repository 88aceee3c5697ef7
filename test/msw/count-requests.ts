import type { SetupServer } from 'msw/node'
import { afterEach, beforeAll } from 'vitest'

/**
 * Counts the requests that an MSW server intercepts.
 *
 * @returns a function that returns how many the current test has sent so far
 */
export function countRequests(server: SetupServer): () => number {
  let requests = 0
  beforeAll(() => server.events.on('request:start', () => void requests++))
  afterEach(() => {
    requests = 0
  })
  return () => requests
}
