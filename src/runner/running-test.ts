import { type AsyncContext, createAsyncContext } from '../scope/async-context.ts'
import type { CassetteUsage } from './cassette-usage.ts'

/** The running test, as set by the runner's setup file, for functions that the runner does not pass it to. */
export interface RunningTest {
  /** The absolute path of its file. */
  readonly file: string
  /** Its name, prefixed with the names of its `describe` blocks. */
  readonly name: string
  /** Adds the usage of a cassette to the report of the run. */
  report(usage: CassetteUsage): void
}

// On the global object: the setup file and the tests can load different copies of this module.
const KEY = Symbol.for('msw-cassette/running-test/1')
const holder = globalThis as { [KEY]?: AsyncContext<RunningTest> }

/** Runs a function during which `runningTest` returns this test. */
export function runAsTest<R>(test: RunningTest, fn: () => R): R {
  holder[KEY] ??= createAsyncContext()
  return holder[KEY].run(test, fn)
}

/** Returns the running test, or undefined if no setup file has set it. */
export function runningTest(): RunningTest | undefined {
  return holder[KEY]?.get()
}
