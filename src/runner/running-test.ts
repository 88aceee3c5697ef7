import { globalSlot } from '../platform/global-slot.ts'
import { type AsyncContext, createAsyncContext } from '../scope/async-context.ts'
import type { CassetteUsage } from './cassette-usage.ts'

/** The running test, as set by the runner's setup file, for functions that the runner does not pass it to. */
export interface RunningTest {
  /** The absolute path of its file. */
  readonly file: string
  /** Its name, prefixed with the names of its `describe` blocks. */
  readonly name: string
  /** How the runner updates snapshots: `all` with `-u`. */
  readonly update?: unknown
  /** Adds the usage of a cassette to the report of the run. */
  report(usage: CassetteUsage): void
}

// The setup file and the tests can load different copies of this module.
const slot = globalSlot<AsyncContext<RunningTest>>('running-test/1')

/** Runs a function during which `runningTest` returns this test. */
export function runAsTest<R>(test: RunningTest, fn: () => R): R {
  const context = slot.get() ?? createAsyncContext<RunningTest>()
  slot.set(context)
  return context.run(test, fn)
}

/** Returns the running test, or undefined if no setup file has set it. */
export function runningTest(): RunningTest | undefined {
  return slot.get()?.get()
}
