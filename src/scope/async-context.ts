import { CassetteSessionError } from '../errors/errors.ts'
import { builtin } from '../platform/builtin.ts'

/** A value that follows asynchronous calls, so that concurrent tests each see their own. */
export interface AsyncContext<T> {
  get(): T | undefined
  run<R>(value: T, fn: () => R): R
}

const SIMULTANEOUS =
  'Another test with a cassette is still running, and this environment has no AsyncLocalStorage that tells which test sends a ' +
  'request. Run these tests one after another, and await each; or open each cassette with openCassette and use its fetch.'

/** Creates a context, with Node's `AsyncLocalStorage` if there is one. */
export function createAsyncContext<T>(): AsyncContext<T> {
  const node = builtin('async_hooks')
  if (!node) return createSequentialContext()
  const storage = new node.AsyncLocalStorage<T>()
  return { get: () => storage.getStore(), run: (value, fn) => storage.run(value, fn) }
}

/**
 * Without `AsyncLocalStorage` nothing follows asynchronous calls, so nothing tells whether a second test runs inside the first
 * one or next to it. It would get the first one's cassette.
 */
function createSequentialContext<T>(): AsyncContext<T> {
  let current: T | undefined
  return {
    get: () => current,
    run(value, fn) {
      if (current !== undefined) throw new CassetteSessionError(SIMULTANEOUS)
      const leave = (): void => {
        current = undefined
      }
      current = value
      try {
        const result = fn()
        if (!(result instanceof Promise)) leave()
        else result.then(leave, leave)
        return result
      } catch (error) {
        leave()
        throw error
      }
    },
  }
}
