import { loadMswSide } from '../msw/load-msw-side.ts'
import { interceptFetch } from './intercept-fetch.ts'
import { type Intercept, resolveIntercept } from './intercept-option.ts'

/**
 * Starts the setup of a runner, in which no test reaches the network by accident.
 *
 * @param option how it receives requests; default: see `resolveIntercept`
 * @returns stops it
 */
export function startSetup(option?: Intercept): () => void {
  const intercept = resolveIntercept(option)
  if (intercept === 'msw') return loadMswSide(`\`intercept: 'msw'\``).listen('every-test')
  return interceptFetch({ policy: 'every-test', intercept })
}
