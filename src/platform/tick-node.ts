// Not the global one, which fake timers replace.
import { setImmediate } from 'node:timers'

/** Waits for one macrotask, see `tick-browser.ts`. In Node this is the fastest way. */
export function tick(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
