import { expect, test } from 'vitest'
import type { Route } from '../client.ts'
import { explain, knownFaults } from './known-faults.ts'

const reasonOf = (client: string, check: string, route: Route) =>
  explain({ client, check, route, problem: 'x' })?.reason

test('a fault explains the failed check of its client, on its routes only', () => {
  const reason = 'MSW 2 does not report that a client of `node:http` has left, so the request to the provider goes on.'
  expect(reasonOf('axios', 'leave while recording', 'MSW 2')).toBe(reason)
  expect(reasonOf('@aws-sdk/client-bedrock-runtime (NodeHttpHandler)', 'leave while recording', 'MSW 2')).toBe(reason)
  expect(reasonOf('axios', 'leave while recording', 'MSW 3')).toBeUndefined()
  expect(reasonOf('axios', 'plain', 'MSW 2')).toBeUndefined()
  expect(reasonOf('axios (adapter: fetch)', 'leave while recording', 'MSW 2')).toBeUndefined()
})

test('a fault without routes holds for all of them', () => {
  const reasons = (['MSW 3', 'MSW 2', 'server'] as const).map((route) => reasonOf('got', 'form-data upload', route))
  expect(new Set(reasons)).toEqual(new Set([expect.stringContaining('form-data')]))
})

test('each reason is a note that can be read without its row, and that fits into a list', () => {
  expect(knownFaults.map(({ reason }) => reason).filter((reason) => !/^[A-Z`][^\n|]*\.$/.test(reason))).toEqual([])
})
