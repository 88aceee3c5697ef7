// Not the global one, which fake timers replace.
import { setImmediate } from 'node:timers'

/** Waits for one macrotask: see the browser's. Here this one is the quickest. */
export function tick(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
