import { isError } from '../platform/cross-realm.ts'

/**
 * Converts an error to one that MSW passes on to the client. MSW takes an error with a code and an errno for Node's own, and
 * answers 500 for any other. For a failed `fetch` it is the cause, which the client then gets as the cause again.
 *
 * @param error the failure
 */
export function toNetworkError(error: unknown): Error {
  const origin = isError(error) && error.name === 'TypeError' && isError(error.cause) ? error.cause : error
  const networkError = origin instanceof Error ? origin : toOwnError(origin)
  const { code = 'ERR_NETWORK', errno = -1 }: { code?: unknown; errno?: unknown } =
    networkError as NodeJS.ErrnoException
  return Object.isFrozen(networkError) ? networkError : define(networkError, { code, errno })
}

/** MSW accepts errors of its own realm only, and in Jest's sandbox Node's errors are from another one. */
function toOwnError(origin: unknown): Error {
  return isError(origin) ? Object.assign(new Error(origin.message), origin) : new Error(String(origin))
}

function define(error: Error, facts: Readonly<Record<string, unknown>>): Error {
  for (const [name, value] of Object.entries(facts)) {
    if (!Object.hasOwn(error, name)) Object.defineProperty(error, name, { value, configurable: true })
  }
  return error
}
