import type { TestAPI, TestContext } from 'vitest'
import { createRunnerSession } from '../open/create-runner-session.ts'
import type { CassetteSession } from '../open/public-session.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import type { Session } from '../session/session.ts'
import type { CassetteFixtures, CutsContext, CutsTest } from './test.ts'

type RunSession = CassetteSession & Session

/** Creates `test.cuts`. */
export function createCutsTest(test: TestAPI<CassetteFixtures>): CutsTest {
  return (name, { cuts, admits, ...options }, fn) => {
    const run = async (context: TestContext & CassetteFixtures): Promise<void> => {
      const outer = context.cassette as RunSession
      const inContext = (input: { session: CassetteSession; signal: AbortSignal }): unknown =>
        fn(withRun(context, input.session, input.signal))
      await inContext({ session: outer, signal: new AbortController().signal })
      const { sweep } = await import('../cuts/sweep.ts')
      await sweep<RunSession>(
        { open: (own) => openRun(outer, own), run: inContext },
        { ...(cuts && { cuts }), ...(admits && { admits }) },
      )
    }
    // Vitest reads from the text which fixtures a test uses.
    Object.defineProperty(run, 'toString', { value: () => fn.toString() })
    test(name, options, run)
  }
}

/** The cassette can have been recorded just now. */
function openRun({ cassette, played, options }: RunSession, own: CassetteOptions): RunSession {
  const { faults: _faults, ...outer } = options
  return createRunnerSession({
    source: { ...cassette, interactions: [...played] },
    options: { ...outer, ...own, mode: 'replay' },
    saving: 'deferred',
  })
}

function withRun(context: TestContext, cassette: CassetteSession, signal: AbortSignal): CutsContext {
  return Object.create(context, { cassette: { value: cassette }, signal: { value: signal } })
}
