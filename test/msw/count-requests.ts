import { afterEach, beforeAll } from 'vitest'
import type { TestServer } from './start-msw-server.ts'

/**
 * Counts the requests that an MSW server intercepts.
 *
 * @returns a function that returns how many the current test has sent so far
 */
export function countRequests(server: TestServer): () => number {
  let requests = 0
  beforeAll(() => server.onRequest(() => void requests++))
  afterEach(() => {
    requests = 0
  })
  return () => requests
}
