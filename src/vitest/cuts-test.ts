import type { TestAPI, TestContext } from 'vitest'
import type { Opening } from '../open/prepare-session.ts'
import type { CassetteSession } from '../open/public-session.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import type { Session } from '../session/session.ts'
import type { CassetteFixtures, CutsContext, CutsTest } from './test.ts'

type RunSession = CassetteSession & Session

/**
 * Creates `test.cuts`.
 *
 * @param createSession opens a cassette on the platform on which the tests run
 */
export function createCutsTest(
  test: TestAPI<CassetteFixtures>,
  createSession: (opening: Opening) => RunSession,
): CutsTest {
  return (name, { cuts, admits, ...options }, fn) => {
    const run = async (context: TestContext & CassetteFixtures): Promise<void> => {
      const outer = context.cassette as RunSession
      const inContext = (input: { session: CassetteSession; signal: AbortSignal }): unknown =>
        fn(withRun(context, input.session, input.signal))
      await inContext({ session: outer, signal: new AbortController().signal })
      const { sweep } = await import('../cuts/sweep.ts')
      await sweep<RunSession>(
        { open: (own) => createSession(toRun(outer, own)), run: inContext },
        { ...(cuts && { cuts }), ...(admits && { admits }) },
      )
    }
    // Vitest reads from the text which fixtures a test uses.
    Object.defineProperty(run, 'toString', { value: () => fn.toString() })
    test(name, options, run)
  }
}

/** The cassette can have been recorded just now. */
function toRun({ cassette, played, options }: RunSession, own: CassetteOptions): Opening {
  const { faults: _faults, ...outer } = options
  return {
    source: { ...cassette, interactions: [...played] },
    options: { ...outer, ...own, mode: 'replay' },
    saving: 'deferred',
  }
}

function withRun(context: TestContext, cassette: CassetteSession, signal: AbortSignal): CutsContext {
  return Object.create(context, { cassette: { value: cassette }, signal: { value: signal } })
}
