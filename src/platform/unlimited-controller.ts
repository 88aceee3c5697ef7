import { builtin } from './builtin.ts'

/**
 * Makes an `AbortController` to whose signal any number may listen: each response that is under way does, and Node 20 warns of
 * the eleventh.
 */
export function createUnlimitedController(): AbortController {
  const controller = new AbortController()
  try {
    builtin('events')?.setMaxListeners(0, controller.signal)
  } catch {
    // It is not Node's but that of happy-dom, which does not count.
  }
  return controller
}
