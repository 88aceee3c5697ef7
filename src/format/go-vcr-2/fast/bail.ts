/** Thrown when a file has syntax that the fast reader does not know. */
class Bail extends Error {}

/** Stops the fast reader: the YAML parser then reads the whole file, or reports what is wrong. */
export function bail(): never {
  throw new Bail()
}

/**
 * Runs a reader that can bail.
 *
 * @returns its result; undefined if it bailed
 */
export function orFallBack<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Bail) return undefined
    throw error
  }
}
