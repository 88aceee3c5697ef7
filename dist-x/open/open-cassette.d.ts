import type { CassetteOptions } from '../session/cassette-options.ts';
import type { CassetteSource } from '../session/cassette-source.ts';
import type { CassetteSession } from './public-session.ts';
/**
 * Opens a cassette for one test: each recording is played once, and unplayed recordings are an error. If the mode allows it,
 * requests that are not in the cassette go to the network and are recorded.
 *
 * @param source a path, a `file:` URL, a parsed cassette or the text of one
 * @param options see `CassetteOptions`
 * @returns the session; it answers through its `fetch`, and through MSW once its handlers are in a server
 * @throws CassetteError immediately, not in the middle of a test, if the cassette can't be loaded or written or an option is
 *   wrong
 * @example
 * await using session = openCassette('fixtures/greeting.yaml')
 * server.use(...session.handlers)
 * expect(await greet()).toBe('Olá!')
 * session.verify()
 */
export declare function openCassette(source: CassetteSource, options?: CassetteOptions): CassetteSession;
