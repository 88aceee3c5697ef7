import './augmentation.ts'
import { test as base, type TestAPI } from 'vitest'
import type { CassetteSession } from '../session.ts'

export { cassetteDefaults } from './cassette-defaults.ts'

/** What `test` adds to Vitest's own: the session of the test, as a fixture that others can depend on. */
export interface CassetteFixtures {
  cassette: CassetteSession
}

/**
 * Vitest's `test` with `cassette` as a fixture. Tests that don't need fixtures of their own have it in their context anyway.
 * Which cassette a test has is said by its metadata, as ever.
 *
 * @example
 * const test = base.extend({ client: async ({ cassette }, use) => use(new OpenAI({ fetch: cassette.fetch })) })
 */
export const test: TestAPI<CassetteFixtures> = base.extend<CassetteFixtures>({
  // What the set-up put into the context is read before this fixture takes its place.
  cassette: async ({ task }, use) => use(task.context.cassette),
})
