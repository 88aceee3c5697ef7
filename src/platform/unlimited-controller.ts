import { builtin } from './builtin.ts'

/**
 * Creates an `AbortController` without Node's max-listeners warning: each response in progress listens to the signal, and
 * Node 20 warns about the eleventh listener.
 */
export function createUnlimitedController(): AbortController {
  const controller = new AbortController()
  try {
    builtin('events')?.setMaxListeners(0, controller.signal)
  } catch {
    // The signal is happy-dom's: Node's function rejects it, and happy-dom does not limit listeners.
  }
  return controller
}
