import { CassetteSessionError } from '../errors/errors.ts'
import { globalSlot } from '../platform/global-slot.ts'

/** The major version of MSW, or the `fetch` that a setup installs instead. */
type Answering = 2 | 3 | 'fetch'

const slot = globalSlot<Answering>('handlers/2')

/** Remembers that something can answer for any session. */
export function registerHandler(answering: Answering): void {
  slot.set(answering)
}

/** The major version of MSW for which a handler was created; undefined if there is none. */
export function registeredMajor(): 2 | 3 | undefined {
  const answering = slot.get()
  return answering === 'fetch' ? undefined : answering
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
