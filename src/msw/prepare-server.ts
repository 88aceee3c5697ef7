import { keepUpgrades, rememberRequests } from '#upgrades'
import { prepareInterception } from '../escape/prepare-interception.ts'
import { endWithServer } from './handler-lifetime.ts'

// At import: MSW 2 calls nothing before it replaces them.
rememberRequests()

/** Prepares for a server that is about to start. */
export function prepareServer(): void {
  prepareInterception()
  // MSW creates its interceptors after it has read its options.
  queueMicrotask(endWithServer)
  queueMicrotask(keepUpgrades)
}
