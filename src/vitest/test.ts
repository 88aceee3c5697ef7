import type { TestAPI } from 'vitest'
import { CassetteSessionError } from '../errors/errors.ts'
import type { CassetteSession } from '../open/public-session.ts'

/** What `test` adds to Vitest's own: the session of the test, as a fixture that others can depend on. */
export interface CassetteFixtures {
  cassette: CassetteSession
}

// On the global object. Vitest can't be imported where the configuration is read, as this module is: its setup file is what
// makes the test, and each test file has its own.
const KEY = Symbol.for('msw-cassette/vitest-test/1')
const holder = globalThis as { [KEY]?: TestAPI<CassetteFixtures> }

/** Sets what `test` is in the test file that is about to run. */
export function provideTest(made: TestAPI<CassetteFixtures>): void {
  holder[KEY] = made
}

/**
 * Vitest's `test` with `cassette` as a fixture. Tests that don't need fixtures of their own have it in their context anyway.
 * Which cassette a test has is said by its metadata, as ever.
 *
 * @example
 * const test = base.extend({ client: async ({ cassette }, use) => use(new OpenAI({ fetch: cassette.fetch })) })
 */
export const test: TestAPI<CassetteFixtures> = new Proxy((() => {}) as unknown as TestAPI<CassetteFixtures>, {
  apply: (_, self, args) => Reflect.apply(provided(), self, args),
  get: (_, key) => Reflect.get(provided(), key),
})

function provided(): TestAPI<CassetteFixtures> {
  const made = holder[KEY]
  if (made) return made
  throw new CassetteSessionError(
    '`test` of msw-cassette/vitest is for test files, and needs the plugin: plugins: [cassettes()], or ' +
      "setupFiles: ['msw-cassette/vitest/setup'].",
  )
}
