import { expect, test } from 'vitest'
import { buildCassette, CHAT } from '../../test/build-cassette.ts'
import { createSession } from '../open/create-session.ts'
import { verifyTest } from './verify-test.ts'

async function sessionWith(...urls: string[]) {
  const session = createSession({ source: buildCassette({}), options: { mode: 'replay' }, saving: 'deferred' })
  for (const url of urls) await session.fetch(url)
  return session
}

test.each([
  ['passed', 'cassette_unplayed'],
  ['failed', undefined],
  ['skipped', undefined],
] as const)('an unplayed interaction of a test that %s throws %s', async (outcome, code) => {
  const session = await sessionWith()
  const run = (): void => verifyTest(session, outcome, [], { requestedBy: 'test' })
  if (code) expect(run).toThrow(expect.objectContaining({ code }))
  else expect(run).not.toThrow()
})

test.each(['passed', 'failed', 'skipped'] as const)(
  'a mismatch of a test that %s is thrown, unless an error of the test shows it',
  async (outcome) => {
    const session = await sessionWith(CHAT, `${CHAT}?other`)
    const [mismatch] = session.mismatches
    const run = (...errors: unknown[]): void => verifyTest(session, outcome, errors, { requestedBy: 'test' })
    expect(() => run(new Error('expected 1 to be 2'))).toThrow(mismatch)
    if (outcome !== 'passed') expect(() => run(new Error(`400 ${mismatch?.message}`))).not.toThrow()
  },
)
