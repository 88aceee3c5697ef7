import { builtin } from './builtin.ts'

/** Calls a function in an asynchronous context. */
export type RunInContext = <Result>(fn: () => Result) => Result

/** Captures the current asynchronous context. Without Node's `AsyncLocalStorage` there is none. */
export function captureContext(): RunInContext {
  return builtin('async_hooks')?.AsyncLocalStorage.snapshot?.() ?? ((fn) => fn())
}
