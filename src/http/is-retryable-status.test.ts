import { expect, test } from 'vitest'
import { isRetryableStatus } from './is-retryable-status.ts'

test('SDKs retry a failed connection, a timeout, a conflict, a rate limit and the errors of a server', () => {
  const statuses = [0, 101, 200, 302, 400, 401, 404, 408, 409, 422, 429, 500, 529, 599]
  expect(statuses.filter(isRetryableStatus)).toEqual([0, 101, 408, 409, 429, 500, 529, 599])
})
