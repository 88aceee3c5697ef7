import { isError } from '../platform/cross-realm.ts'

/** Shows an error on the console that `save()`, `close()` and `verify()` throw. Some test setups replace the console by functions that throw. */
export function reportError({ message }: Error): void {
  try {
    console.error(`[msw-cassette] ${message}`)
  } catch {}
}

/** Describes anything that was thrown, even an object that can't be converted to a string. */
export function describeCause(cause: unknown): string {
  try {
    return isError(cause) ? cause.message : String(cause)
  } catch {
    return 'a value was thrown that is not an error'
  }
}
