import { environment } from '../platform/environment.ts'
import type { UnplayedVerdict } from '../session/verify-session.ts'
import { RUN_FOLDER } from './recorded-files.ts'
import { isRunRecorded } from './run-records.ts'

/**
 * Decides whether a test fails because of unplayed interactions, or whether the report at the end of the run handles them. The
 * report handles a cassette that several tests can share, and removes unplayed interactions with `-u`.
 * So does `msw-cassette prune`.
 *
 * @param naming whether the cassette is named after the test or explicitly, so that other tests can use it too
 * @param update the update mode of the runner, `'all'` with `-u`; default: from Jest's `expect`
 */
export function unplayedVerdict(naming: 'by-test' | 'by-name', update: unknown = jestUpdateMode()): UnplayedVerdict {
  const hasReport = environment()[RUN_FOLDER] !== undefined
  const isHandled = update === 'all' || isRunRecorded()
  return hasReport && (naming === 'by-name' || isHandled) ? 'report' : 'test'
}

/** Reads the update mode from the state of a runner's `expect`. */
export function updateModeOf(expectState: object): unknown {
  const state: unknown = Reflect.get(expectState, 'snapshotState')
  if (typeof state !== 'object' || state === null) return undefined
  return Reflect.get(state, 'snapshotUpdateState') ?? Reflect.get(state, '_updateSnapshot')
}

function jestUpdateMode(): unknown {
  const expect: unknown = Reflect.get(globalThis, 'expect')
  const getState: unknown = typeof expect === 'function' ? Reflect.get(expect, 'getState') : undefined
  const state: unknown = typeof getState === 'function' ? getState() : undefined
  return typeof state === 'object' && state !== null ? updateModeOf(state) : undefined
}
