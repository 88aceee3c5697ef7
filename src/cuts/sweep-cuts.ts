import { createSession } from '../open/create-session.ts'
import type { CassetteSession } from '../open/public-session.ts'
import { createSweepCuts, type SweepCuts } from './create-sweep-cuts.ts'

/**
 * Runs code once for each place at which its recorded answers can be cut: after each event, as an early end, as a broken connection, and
 * as a stall that is aborted. Code that returns something else than with the complete answer, and reports no error, took a part of an
 * answer for the whole.
 *
 * @param source a path, a `file:` URL, a parsed cassette or the text of one; it must exist
 * @param fn runs the code under test and returns its result. It gets `session` and `signal`
 * @param options see `SweepOptions`
 * @returns how many cuts were tried
 * @throws CassetteCutError with each cut that the code accepted; CassetteOptionError if the results can't be compared; the error of
 *   `fn` if it fails with the complete answer
 * @example
 * await sweepCuts(text, ({ session }) => greet(new OpenAI({ apiKey: 'not-needed', fetch: session.fetch })))
 */
export const sweepCuts: SweepCuts<CassetteSession> = /* @__PURE__ */ createSweepCuts(createSession)
