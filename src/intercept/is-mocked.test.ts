import { MockAgent } from 'undici'
import { expect, test } from 'vitest'
import { isMocked } from './is-mocked.ts'

test('a mock of undici answers a request, and an ordinary dispatcher does not', () => {
  class Agent {}
  expect([
    isMocked({ dispatcher: new MockAgent() } as RequestInit),
    isMocked({ dispatcher: new Agent() } as RequestInit),
    isMocked(undefined),
  ]).toEqual([true, false, false])
})
