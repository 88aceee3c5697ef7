import { expect, test } from 'vitest'
import { buildCassette, CHAT } from '../../test/build-cassette.ts'
import { createSession } from '../open/create-session.ts'
import type { CassetteSession } from '../open/public-session.ts'
import { matchers } from './matchers.ts'

const state = { equals: (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b) }

const open = (...requests: string[]) =>
  createSession({
    source: buildCassette(...requests.map((request) => ({ method: 'POST', request, type: 'application/json' }))),
    options: { mode: 'replay' },
    saving: 'deferred',
  })
const send = (session: CassetteSession, body: object) =>
  session.fetch(`${CHAT}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })

test('toBeFullyPlayed lists the interactions that were not played, and fails the other way round', async () => {
  const session = open('{"a":1}', '{"a":2}')
  await send(session, { a: 1 })
  const before = matchers.toBeFullyPlayed(session)
  expect({ pass: before.pass, message: before.message() }).toEqual({
    pass: false,
    message: `expected every interaction to be played, but 1 of 2 were not:\n  POST ${CHAT}`,
  })
  await send(session, { a: 2 })
  const after = matchers.toBeFullyPlayed(session)
  expect({ pass: after.pass, message: after.message() }).toEqual({
    pass: true,
    message: 'expected at least one unplayed interaction, but 2 of 2 were played',
  })
  expect(matchers.toBeFullyPlayed(open()).message()).toBe(
    'expected at least one unplayed interaction, but the cassette has no interactions',
  )
})

test('toHavePlayed counts exactly, and lists what was played', async () => {
  const session = open('{"a":1}', '{"a":2}')
  await send(session, { a: 1 })
  const results = [1, 2].map((count) => matchers.toHavePlayed(session, count))
  expect(results.map(({ pass, message }) => ({ pass, message: message() }))).toEqual([
    { pass: true, message: `expected a number other than 1 played, but 1 of 2 were:\n  POST ${CHAT}` },
    { pass: false, message: `expected 2 played, but 1 of 2 were:\n  POST ${CHAT}` },
  ])
  expect(matchers.toHavePlayed(open('{}'), 1).message()).toBe('expected 1 played, but 0 of 1 were')
})

test('toHaveRequested finds a request, and shows the nearest one without what was not expected', async () => {
  const session = open('{"a":1}')
  const none = matchers.toHaveRequested.call(state, session, { a: 1 })
  expect(none.message()).toBe('expected a request with these members, but no request was sent')
  await send(session, { a: 1, b: { c: 2, d: 3 } })
  await send(session, { z: 1 })
  expect(matchers.toHaveRequested.call(state, session, { b: { c: 2 } })).toMatchObject({ pass: true })
  const { pass, message, expected, actual } = matchers.toHaveRequested.call(state, session, { a: 1, b: { c: 9 } })
  expect({ pass, message: message(), expected, actual }).toEqual({
    pass: false,
    message: `expected a request with these members, but none of 2 has them:\n  POST ${CHAT}\n  POST ${CHAT}`,
    expected: { a: 1, b: { c: 9 } },
    actual: { a: 1, b: { c: 2 } },
  })
})

test.each<[string, () => unknown, string]>([
  ['no session', () => matchers.toBeFullyPlayed(null as never), 'toBeFullyPlayed takes the session of a cassette'],
  ['no session', () => matchers.toHavePlayed({} as never, 1), 'got object'],
  ['no number', () => matchers.toHavePlayed(open(), '2' as never), 'such as 2; got "2"'],
  ['a negative number', () => matchers.toHavePlayed(open(), -1), 'got -1'],
  [
    'no object',
    () => matchers.toHaveRequested.call(state, open(), 'gpt-5' as never),
    `such as { model: 'gpt-5' }; got "gpt-5"`,
  ],
])('a matcher that gets %s reports how it is used', (_, run, message) => {
  expect(run).toThrow(expect.objectContaining({ name: 'TypeError', message: expect.stringContaining(message) }))
})
