import { type AsyncContext, createAsyncContext } from '../scope/async-context.ts'
import type { CassetteUsage } from './cassette-usage.ts'

/** A test that a runner's setup file has said to be running, for functions that are handed nothing of it. */
export interface RunningTest {
  /** The absolute path of its file. */
  readonly file: string
  /** Its name, with those of the blocks around it. */
  readonly name: string
  /** Keeps for the report what it did with a cassette. */
  report(usage: CassetteUsage): void
}

// On the global object: a setup file may see another copy of this module than the tests do.
const KEY = Symbol.for('msw-cassette/running-test/1')
const holder = globalThis as { [KEY]?: AsyncContext<RunningTest> }

/** Runs a test, so that what it calls knows which it is. */
export function runAsTest<R>(test: RunningTest, fn: () => R): R {
  holder[KEY] ??= createAsyncContext()
  return holder[KEY].run(test, fn)
}

/** The test that is running, where a setup file said so. */
export function runningTest(): RunningTest | undefined {
  return holder[KEY]?.get()
}
