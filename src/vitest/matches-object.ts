type Equals = (a: unknown, b: unknown) => boolean

/**
 * Compares like `toMatchObject`: the actual object can have additional members, asymmetric matchers are supported, and arrays must
 * have the expected length.
 *
 * @param actual the value to check
 * @param expected the members that it must have
 * @param equals the runner's own comparison
 */
export function matchesObject(actual: unknown, expected: unknown, equals: Equals): boolean {
  if (Array.isArray(expected) && Array.isArray(actual))
    return (
      expected.length === actual.length && expected.every((item, index) => matchesObject(actual[index], item, equals))
    )
  if (!isPlainObject(expected) || !isPlainObject(actual)) return equals(actual, expected)
  return Object.entries(expected).every(([key, value]) => matchesObject(actual[key], value, equals))
}

/** Counts the top-level members that match, to find the value that is closest to the expected one. */
export function countMatchingMembers(actual: unknown, expected: object, equals: Equals): number {
  if (!isPlainObject(actual)) return -1
  return Object.entries(expected).filter(([key, value]) => matchesObject(actual[key], value, equals)).length
}

/** Removes the members that are not expected, so that a diff shows only the expected ones. */
export function pickExpectedMembers(actual: unknown, expected: unknown): unknown {
  if (Array.isArray(expected) && Array.isArray(actual))
    return actual.map((item, index) => (index < expected.length ? pickExpectedMembers(item, expected[index]) : item))
  if (!isPlainObject(expected) || !isPlainObject(actual)) return actual
  const names = Object.keys(expected).filter((name) => Object.hasOwn(actual, name))
  return Object.fromEntries(names.map((name) => [name, pickExpectedMembers(actual[name], expected[name])]))
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value))
}
