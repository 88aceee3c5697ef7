import { CassetteSessionError } from '../errors/errors.ts'
import { hasHandlers } from './scope.ts'

/**
 * Refuses to begin a test whose cassette nothing answers for.
 *
 * @param path the cassette's
 * @throws CassetteSessionError
 */
export function refuseWithoutHandlers(path: string): void {
  if (hasHandlers()) return
  throw new CassetteSessionError(
    `Nothing answers for ${path}: no MSW server has a cassette handler, and requests would reach the network. ` +
      'In a setup file: setupServer(...scopedCassettes()).listen(listenOptions).',
  )
}
