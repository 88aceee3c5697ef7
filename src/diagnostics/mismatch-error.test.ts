import { expect, test, vi } from 'vitest'
import { buildCassette, CHAT } from '../../test/build-cassette.ts'
import { createSession } from '../open/create-session.ts'
import type { Mismatch } from './mismatch.ts'
import { CassetteMismatchError } from './mismatch-error.ts'

const mismatch: Mismatch = {
  reason: 'never-recorded',
  request: { method: 'GET', url: CHAT },
  cassettes: [],
  nearest: undefined,
  differences: [],
  advice: [],
  comparison: undefined,
}

test('the text is written when something reads it, once, and is then copied like that of any error', () => {
  const write = vi.fn(() => 'the \u001btext')
  const error = new CassetteMismatchError(mismatch, write)
  expect([error.name, error.reason, Object.keys(error).includes('message')]).toEqual([
    'CassetteMismatchError',
    'never-recorded',
    false,
  ])
  expect(write).not.toHaveBeenCalled()
  expect(error.stack).toMatch(/^CassetteMismatchError: the ·text\n {4}at .*mismatch-error\.test\.ts/)
  expect([error.message, String(error), structuredClone(error).message]).toEqual([
    'the ·text',
    'CassetteMismatchError: the ·text',
    'the ·text',
  ])
  expect(write).toHaveBeenCalledOnce()
  error.message = 'changed by a tool'
  expect(error.message).toBe('changed by a tool')
})

test('a session that lives as long as its server keeps the last mismatches, and any other one keeps all', async () => {
  const counts: unknown[] = []
  for (const lifetime of ['test', 'server'] as const) {
    const session = createSession({ source: buildCassette({}), options: { mode: 'replay' }, saving: 'immediate' })
    if (lifetime === 'server') session.log.limit()
    for (let count = 0; count < 150; count++) await session.fetch(`${CHAT}/${count}`)
    counts.push(session.mismatches.length, session.mismatches.at(-1)?.request.url)
  }
  expect(counts).toEqual([150, `${CHAT}/149`, 100, `${CHAT}/149`])
})
