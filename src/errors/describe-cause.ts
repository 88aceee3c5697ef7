import { isError } from '../platform/cross-realm.ts'

/** Describes anything that was thrown, even an object that can't be converted to a string. */
export function describeCause(cause: unknown): string {
  try {
    return isError(cause) ? cause.message : String(cause)
  } catch {
    return 'a value was thrown that is not an error'
  }
}
