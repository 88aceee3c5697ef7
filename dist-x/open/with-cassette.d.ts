import type { CassetteSession } from './public-session.ts';
import { type WithCassette } from './test-decorator.ts';
/**
 * Gives one test its cassette. It is opened when the test begins, visible to the code that the test calls and to no concurrent
 * test, verified and closed when the test ends. A mismatch fails the test even if its code ignored the response. An error of
 * the test itself is never hidden.
 *
 * Requests are answered through a server that listens with `scopedCassettes()` or any other handler of this library.
 *
 * @param source a path, a `file:` URL, a parsed cassette or the text of one; or a name, without a slash or an extension, for
 *   the file `__cassettes__/<test file>/<name>.yaml` next to the test file; default: the name of the test, if the runner provides
 *   it (Vitest, Jest, node:test, Playwright, mocha, AVA, tap and Deno do)
 * @param options see `CassetteOptions`
 * @param fn the test; without it, a decorator is returned
 * @returns a function with the same parameters, for any test runner
 * @example
 * test('says hi', withCassette(async () => { … }))
 * @example
 * test('says hi', withCassette('fixtures/greeting.yaml', async () => { … }))
 * @example
 * class Greetings {
 *   @withCassette('fixtures/greeting.yaml')
 *   async saysHi() { … }
 * }
 */
export declare const withCassette: WithCassette;
/** Returns the session of the running test inside `withCassette`; undefined outside. */
export declare function currentSession(): CassetteSession | undefined;
