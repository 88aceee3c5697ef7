/** Thrown where a file has something that the quick reader does not know. */
class Declined extends Error {}

/** Gives the whole file up: the YAML parser reads it, or says what is wrong. */
export function decline(): never {
  throw new Declined()
}

/**
 * Runs a reader that may decline.
 *
 * @returns what it returns; undefined where it declined
 */
export function unlessDeclined<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Declined) return undefined
    throw error
  }
}
