import './augmentation.ts';
import type { CassetteSession } from '../open/public-session.ts';
import type { CassetteOptions } from '../session/cassette-options.ts';
export { currentSession, withCassette } from '../open/with-cassette.ts';
export type { CassetteMatchers } from '../vitest/matchers.ts';
/**
 * Gives each test of the file or `describe` block a cassette that is named after the test. Jest does not run hooks for
 * `test.concurrent`: wrap those tests with `withCassette`.
 *
 * @param options see `CassetteOptions`
 * @returns a function that returns the session of the running test
 * @example
 * const cassette = useCassettes()
 * test('says hi', async () => { … expect(cassette().played).toHaveLength(1) })
 */
export declare function useCassettes(options?: CassetteOptions): () => CassetteSession;
