import type { HttpRequest } from '../http/http-request.ts'
import { refuseOption } from '../options/checks.ts'
import { ignoreRejection } from '../platform/ignore-rejection.ts'
import type { CassetteOptions } from './cassette-options.ts'

/**
 * Tells whether the option `passthrough` sends a request to the network.
 *
 * @throws CassetteOptionError if the function does not return a boolean: a promise would let every request pass
 */
export function passesThrough(
  request: Pick<HttpRequest, 'method' | 'url' | 'headers'>,
  { passthrough }: CassetteOptions,
): boolean {
  const answer: unknown = passthrough?.(request) ?? false
  if (typeof answer === 'boolean') return answer
  ignoreRejection(answer)
  const returned = typeof answer === 'object' ? 'an object' : String(answer)
  return refuseOption('passthrough', passthrough, `a function that returns a boolean; it returned ${returned}`)
}
