/** Something that is set for the duration of a call and what it awaits. */
export interface AsyncContext<T> {
  get(): T | undefined
  run<R>(value: T, fn: () => R): R
}

/** Makes a context where nothing follows asynchronous calls: one at a time, so tests there must not run at once. */
export function createAsyncContext<T>(): AsyncContext<T> {
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
