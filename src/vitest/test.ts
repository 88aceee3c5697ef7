import type { TestAPI } from 'vitest'
import { CassetteSessionError } from '../errors/errors.ts'
import type { CassetteSession } from '../open/public-session.ts'
import { globalSlot } from '../platform/global-slot.ts'

/** The fixtures that `test` adds to Vitest's. */
export interface CassetteFixtures {
  /** The session of the test's cassette. Other fixtures can depend on it. */
  cassette: CassetteSession
}

// The configuration imports this module, and Vitest can't be imported there, so the setup file creates the test function, for each
// test file.
const slot = globalSlot<TestAPI<CassetteFixtures>>('vitest-test/1')

/** Sets the function behind `test` for the test file that is about to run. */
export function provideTest(implementation: TestAPI<CassetteFixtures>): void {
  slot.set(implementation)
}

/**
 * Vitest's `test` with `cassette` as a fixture. You need it only for fixtures that depend on `cassette`: all tests have it in their
 * context. The metadata of a test selects its cassette, as with Vitest's own `test`.
 *
 * @example
 * const test = base.extend({ client: async ({ cassette }, use) => use(new OpenAI({ apiKey: 'not-needed', fetch: cassette.fetch })) })
 */
export const test: TestAPI<CassetteFixtures> = new Proxy((() => {}) as unknown as TestAPI<CassetteFixtures>, {
  apply: (_, self, args) => Reflect.apply(providedTest(), self, args),
  get: (_, key) => Reflect.get(providedTest(), key),
})

function providedTest(): TestAPI<CassetteFixtures> {
  const implementation = slot.get()
  if (implementation) return implementation
  throw new CassetteSessionError(
    '`test` from msw-cassette/vitest works only in test files, and needs the plugin: plugins: [cassettes()], or ' +
      "setupFiles: ['msw-cassette/vitest/setup'].",
  )
}
