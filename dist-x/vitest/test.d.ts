import type { TestAPI } from 'vitest';
import type { CassetteSession } from '../open/public-session.ts';
/** The fixtures that `test` adds to Vitest's. */
export interface CassetteFixtures {
    /** The session of the test's cassette. Other fixtures can depend on it. */
    cassette: CassetteSession;
}
/** Sets the function behind `test` for the test file that is about to run. */
export declare function provideTest(implementation: TestAPI<CassetteFixtures>): void;
/**
 * Vitest's `test` with `cassette` as a fixture. You need it only for fixtures that depend on `cassette`: all tests have it in their
 * context. The metadata of a test selects its cassette, as with Vitest's own `test`.
 *
 * @example
 * const test = base.extend({ client: async ({ cassette }, use) => use(new OpenAI({ fetch: cassette.fetch })) })
 */
export declare const test: TestAPI<CassetteFixtures>;
