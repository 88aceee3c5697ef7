import { mayRecord, resolveMode } from '../options/mode.ts'
import type { Saving } from '../record/recording-log.ts'
import { registerOpenedCassette } from '../runner/opened-cassettes.ts'
import { type CassetteOptions, checkOptions } from '../session/cassette-options.ts'
import type { CassetteSession } from '../session/cassette-session.ts'
import { applyExpiry } from '../session/expiry.ts'
import { type CassetteSource, type IfMissing, loadCassette, prepareRecording } from '../session/load-cassette.ts'
import { Session } from '../session/session.ts'

/**
 * Opens a cassette for one test: each recording is played once, and what is left over is an error. Where the mode allows
 * it, what is not recorded yet is asked of the network and recorded.
 *
 * @param source a path, a `file:` URL, a parsed cassette or the text of one
 * @param options see `CassetteOptions`
 * @returns the session; it answers once its handlers are in a server, or through its `fetch`
 * @throws CassetteError where the cassette can't be loaded or written, or an option is wrong: here and at once, not in the
 *   middle of a test
 * @example
 * await using session = openCassette('fixtures/greeting.yaml')
 * server.use(...session.handlers)
 * expect(await greet()).toBe('Olá!')
 * session.verify()
 */
export function openCassette(source: CassetteSource, options: CassetteOptions = {}): CassetteSession {
  return createSession(source, options, 'as-recorded')
}

/** `openCassette`, with the session as the library itself sees it. */
export function createSession(
  source: CassetteSource,
  options: CassetteOptions,
  saving: Saving,
  missing?: IfMissing,
): Session {
  checkOptions(options)
  const wanted = resolveMode(options.mode)
  const loaded = loadCassette(source, wanted, missing)
  const mode = applyExpiry(loaded.cassette, wanted, options)
  const session = new Session(loaded, mode, options, saving)
  if (saving === 'as-recorded' && loaded.file !== undefined) registerOpenedCassette(loaded.file)
  // Where it may stay empty, as that of each test is with "auto", no folder is made for it either.
  if (missing !== 'empty' && mayRecord(mode, loaded.presence)) prepareRecording(source, loaded)
  return session
}
