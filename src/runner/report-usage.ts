import { globalSlot } from '../platform/global-slot.ts'
import type { Session } from '../session/session.ts'
import { type CassetteUsage, toCassetteUsage } from './cassette-usage.ts'
import { currentTest } from './current-test.ts'
import { runningTest } from './running-test.ts'

/** Receives the usage of a test. A runner's setup file provides it. */
export type UsageListener = (usage: CassetteUsage, testFile: string, outcome: 'passed' | 'failed') => void

// The setup file and the tests can load different copies of this module.
const slot = globalSlot<UsageListener>('usage/1')

/** Sets the listener that receives usages in runners other than Vitest. It replaces the previous one. */
export function setUsageListener(listener: UsageListener): void {
  slot.set(listener)
}

/**
 * Reports how a test used its cassette: in Vitest to the running test, in other runners to the listener.
 *
 * @param session the session of the test
 * @param args the arguments of the test function
 * @param outcome the result of the test; recordings of a failing test are not saved
 */
export function reportUsage(session: Session, args: readonly unknown[], outcome: 'passed' | 'failed'): void {
  const usage = toCassetteUsage(session, session.path, outcome === 'passed' ? 'saved' : 'discarded')
  const running = runningTest()
  if (running) running.report(usage)
  const listener = slot.get()
  if (!running && !listener && usage.healed !== undefined) console.error(`[msw-cassette] ${usage.healed}`)
  const test = running || !listener ? undefined : currentTest(args)
  if (test) listener?.(usage, test.file, outcome)
}
