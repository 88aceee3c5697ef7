import { CassetteSessionError } from '../errors/errors.ts'

/** The environment of a process, as far as MSW depends on it. */
export interface Environment {
  readonly mswMajor: 2 | 3
  readonly runtime: 'bun' | 'deno' | 'node' | 'page'
  /** Such as `20.19.0`. */
  readonly version: string
}

/** The first release of Node with all functions that MSW 3 calls. */
const NODE_FOR_MSW_3 = [22, 12] as const

/**
 * Refuses environments in which MSW can't intercept requests, so that a test does not reach the network.
 *
 * @throws CassetteSessionError
 */
export function assertEnvironment({ mswMajor, runtime, version }: Environment): void {
  if (mswMajor === 2 || runtime === 'page') return
  if (runtime !== 'node') {
    const name = runtime === 'bun' ? 'Bun' : 'Deno'
    throw new CassetteSessionError(
      `MSW 3 intercepts nothing in ${name}, so requests would reach the network. Install msw@2, or use session.fetch of ` +
        "'msw-cassette/fetch'.",
    )
  }
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [requiredMajor, requiredMinor] = NODE_FOR_MSW_3
  if (major > requiredMajor || (major === requiredMajor && minor >= requiredMinor)) return
  throw new CassetteSessionError(
    `MSW 3 needs Node ${NODE_FOR_MSW_3.join('.')} or later, and this is Node ${version}. Update Node, or install msw@2.`,
  )
}
