import { builtin } from '../platform/builtin.ts'

/** A value that follows asynchronous calls, so that concurrent tests each see their own. */
export interface AsyncContext<T> {
  get(): T | undefined
  run<R>(value: T, fn: () => R): R
}

/** Creates a context, with Node's `AsyncLocalStorage` if there is one. */
export function createAsyncContext<T>(): AsyncContext<T> {
  const node = builtin('async_hooks')
  if (!node) return createSequentialContext()
  const storage = new node.AsyncLocalStorage<T>()
  return { get: () => storage.getStore(), run: (value, fn) => storage.run(value, fn) }
}

/** Without `AsyncLocalStorage` nothing follows asynchronous calls, so tests must not run concurrently. */
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
