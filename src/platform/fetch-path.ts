import { globalSlot } from './global-slot.ts'

/**
 * The option `intercept` of a setup that answers the global `fetch` without MSW. Empty if there is none, and as soon as MSW answers
 * instead.
 */
export const fetchPath = globalSlot<'auto' | 'fetch'>('fetch-path/1')
