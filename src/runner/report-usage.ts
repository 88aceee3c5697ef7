import type { Session } from '../session/session.ts'
import { type CassetteUsage, cassetteUsage } from './cassette-usage.ts'
import { currentTest } from './current-test.ts'
import { runningTest } from './running-test.ts'

/** What a runner's setup file does with the usage of a wrapped test. */
export type UsageListener = (usage: CassetteUsage, testFile: string, outcome: 'passed' | 'failed') => void

// On the global object: a setup file may see another copy of this module than the tests do.
const KEY = Symbol.for('msw-cassette/usage/1')
const holder = globalThis as { [KEY]?: UsageListener }

/** Sets what gets the usage of tests that are wrapped with `withCassette`. */
export function listenToUsage(listener: UsageListener): void {
  holder[KEY] = listener
}

/**
 * Reports what a wrapped test did with its cassette: to the test that Vitest's setup file says is running, in others through
 * their listener.
 *
 * @param session the session of the test
 * @param args what the test function was called with
 * @param outcome how it ended; what a failing test recorded is not saved
 */
export function reportUsage(session: Session, args: readonly unknown[], outcome: 'passed' | 'failed'): void {
  const usage = cassetteUsage(session, session.path, outcome === 'passed' ? 'saved' : 'discarded')
  const running = runningTest()
  if (running) running.report(usage)
  const test = running || !holder[KEY] ? undefined : currentTest(args)
  if (test) holder[KEY]?.(usage, test.file, outcome)
}
