import { builtin } from '../platform/builtin.ts'

/** Something that follows the asynchronous calls made inside of it: tests that run at once each see their own. */
export interface AsyncContext<T> {
  get(): T | undefined
  run<R>(value: T, fn: () => R): R
}

/** Makes a context, on Node's AsyncLocalStorage where there is one. */
export function createAsyncContext<T>(): AsyncContext<T> {
  const node = builtin('async_hooks')
  if (!node) return createSequentialContext()
  const storage = new node.AsyncLocalStorage<T>()
  return { get: () => storage.getStore(), run: (value, fn) => storage.run(value, fn) }
}

/** Where nothing follows asynchronous calls, one at a time: tests there must not run at once. */
function createSequentialContext<T>(): AsyncContext<T> {
  let current: T | undefined
  return {
    get: () => current,
    run(value, fn) {
      const previous = current
      const leave = (): void => {
        current = previous
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
