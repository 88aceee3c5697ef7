import { globalSlot } from '../platform/global-slot.ts'

/**
 * Stops the server, or the `fetch`, that a runner's setup started. Shared by all copies of this library, because a setup file is
 * evaluated once for each test file.
 */
export const stopServer = globalSlot<() => void>('server/1')
