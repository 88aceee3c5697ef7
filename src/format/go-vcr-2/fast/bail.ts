/** Thrown where a file has something that the quick reader does not know. */
class Bail extends Error {}

/** Gives the whole file up: the YAML parser reads it, or says what is wrong. */
export function bail(): never {
  throw new Bail()
}

/**
 * Runs a reader that may decline.
 *
 * @returns what it returns; undefined where it declined
 */
export function orFallBack<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Bail) return undefined
    throw error
  }
}
