import { refuseOption } from './checks.ts'
import { findCassetteFault } from './find-model-fault.ts'

/**
 * Checks a cassette that a caller passes: it can have been built or changed without TypeScript.
 *
 * @param option the name of the parameter
 * @throws CassetteOptionError, which names the member, such as `source.interactions[0].response.status`
 */
export function checkCassette(cassette: unknown, option: string): void {
  const fault = findCassetteFault(cassette)
  if (fault) refuseOption([option, fault.path].filter(Boolean).join('.'), fault.value, fault.expected)
}
