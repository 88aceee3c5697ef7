import { globalSlot } from '../platform/global-slot.ts'

/**
 * Refuses a URL that no request of the current test may reach, in the setup of a runner. It returns the error for the client, and undefined
 * for other URLs. Empty without such a setup.
 */
export const networkPolicy = globalSlot<(url: string) => Error | undefined>('network-policy/1')
