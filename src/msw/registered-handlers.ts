import { CassetteSessionError } from '../errors/errors.ts'
import { globalSlot } from '../platform/global-slot.ts'

const slot = globalSlot<'registered'>('handlers/1')

/** Remembers that a handler exists that can answer for any session. */
export function registerHandler(): void {
  slot.set('registered')
}

/**
 * Refuses to begin a test if no MSW handler could answer from its cassette.
 *
 * @param path the cassette's path
 * @throws CassetteSessionError
 */
export function assertHandlersRegistered(path: string): void {
  if (slot.get()) return
  throw new CassetteSessionError(
    `Nothing answers for ${path}: no MSW server has a cassette handler, and requests would reach the network. ` +
      'In a setup file: setupServer(...scopedCassettes()).listen(listenOptions).',
  )
}
