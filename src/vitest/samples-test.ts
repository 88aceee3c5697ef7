import type { TestAPI, TestContext } from 'vitest'
import type { CassetteSession } from '../open/public-session.ts'
import type { Session } from '../session/session.ts'
import type { CassetteFixtures, SamplesTest } from './test.ts'

/** Creates `test.samples`. */
export function createSamplesTest(test: TestAPI<CassetteFixtures>): SamplesTest {
  return (name, { samples, atLeast, ...options }, fn) => {
    const run = async (context: TestContext & CassetteFixtures): Promise<void> => {
      const { runSamples } = await import('../samples/run-samples.ts')
      await runSamples({
        session: context.cassette as CassetteSession & Session,
        options: { ...(samples !== undefined && { samples }), ...(atLeast !== undefined && { atLeast }) },
        run: (sample) => fn(Object.create(context, { sample: { value: sample } })),
        isSkip: (error) => error instanceof Error && 'code' in error && error.code === 'VITEST_PENDING',
      })
    }
    // Vitest reads from the text which fixtures a test uses.
    Object.defineProperty(run, 'toString', { value: () => fn.toString() })
    test(name, options, run)
  }
}
