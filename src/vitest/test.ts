import type { TestAPI, TestContext, TestOptions } from 'vitest'
import type { SweepOptions } from '../cuts/sweep-options.ts'
import { CassetteSessionError } from '../errors/errors.ts'
import type { CassetteSession } from '../open/public-session.ts'
import { globalSlot } from '../platform/global-slot.ts'
import type { SamplesOptions } from '../samples/samples-options.ts'

/** The fixtures that `test` adds to Vitest's. */
export interface CassetteFixtures {
  /** The session of the test's cassette. Other fixtures can depend on it. */
  cassette: CassetteSession
}

/** The context of a run of `test.cuts`: that of the test, with the session of the run. */
export interface CutsContext extends Omit<TestContext, 'signal'>, CassetteFixtures {
  /** Aborts when an answer stalls. Pass it to the code under test, as the signal of its client. */
  readonly signal: AbortSignal
}

/**
 * Defines a test that runs `fn` once with the complete answers of its cassette, which this records if the mode allows it, and then once
 * for each cut, see `sweepCuts`.
 */
export type CutsTest = (
  name: string,
  options: TestOptions & Omit<SweepOptions, 'cassette'>,
  fn: (context: CutsContext) => unknown,
) => void

/** The context of a run of `test.samples`: that of the test, with the number of the sample. */
export interface SamplesContext extends TestContext, CassetteFixtures {
  /** From 0. */
  readonly sample: number
}

/**
 * Defines a test that runs `fn` once for each sample of its cassette, one after another. It passes if `fn` passes with `atLeast` of them.
 * Each run records its own sample if the mode allows it.
 */
export type SamplesTest = (
  name: string,
  options: TestOptions & SamplesOptions,
  fn: (context: SamplesContext) => unknown,
) => void

/** Vitest's `test` with the fixture `cassette`, and with `test.cuts` and `test.samples`. */
export type CassetteTestAPI = TestAPI<CassetteFixtures> & { readonly cuts: CutsTest; readonly samples: SamplesTest }

// The configuration imports this module, and Vitest can't be imported there, so the setup file creates the test function, for each
// test file.
const slot = globalSlot<CassetteTestAPI>('vitest-test/1')

/** Sets the function behind `test` for the test file that is about to run. */
export function provideTest(implementation: CassetteTestAPI): void {
  slot.set(implementation)
}

/**
 * Vitest's `test` with `cassette` as a fixture, and with `test.cuts` and `test.samples`. You need it only for these, and for fixtures that depend on
 * `cassette`: all tests have it in their context. The metadata of a test selects its cassette, as with Vitest's own `test`.
 *
 * @example
 * const test = base.extend({ client: async ({ cassette }, use) => use(new OpenAI({ apiKey: 'not-needed', fetch: cassette.fetch })) })
 */
export const test: CassetteTestAPI = new Proxy((() => {}) as unknown as CassetteTestAPI, {
  apply: (_, self, args) => Reflect.apply(providedTest(), self, args),
  get: (_, key) => Reflect.get(providedTest(), key),
})

function providedTest(): CassetteTestAPI {
  const implementation = slot.get()
  if (implementation) return implementation
  throw new CassetteSessionError(
    '`test` from msw-cassette/vitest works only in test files, and needs the plugin: plugins: [cassettes()], or ' +
      "setupFiles: ['msw-cassette/vitest/setup'].",
  )
}
