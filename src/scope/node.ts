import { AsyncLocalStorage } from 'node:async_hooks'

/** Something that follows the asynchronous calls made inside of it: tests that run at once each see their own. */
export interface AsyncContext<T> {
  get(): T | undefined
  run<R>(value: T, fn: () => R): R
}

/** Makes a context on Node's AsyncLocalStorage. */
export function createAsyncContext<T>(): AsyncContext<T> {
  const storage = new AsyncLocalStorage<T>()
  return { get: () => storage.getStore(), run: (value, fn) => storage.run(value, fn) }
}
