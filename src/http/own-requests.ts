import { builtin } from '../platform/builtin.ts'
import { globalSlot } from '../platform/global-slot.ts'

interface Context {
  getStore(): 'own' | undefined
  run<Result>(store: 'own', fn: () => Result): Result
}

// Shared by all copies of this library: each watches the requests of all others.
const slot = globalSlot<Context>('own-requests/1')

/** Marks the requests that a function sends as those of this library, which go to the real network on purpose. */
export function runAsOwnRequest<Result>(fn: () => Result): Result {
  const node = builtin('async_hooks')
  if (!node) return fn()
  return slot.getOrCreate(() => new node.AsyncLocalStorage<'own'>()).run('own', fn)
}

/** Tells whether the current asynchronous call belongs to such a request. */
export function isOwnRequest(): boolean {
  return slot.get()?.getStore() === 'own'
}
