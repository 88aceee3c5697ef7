type Equals = (a: unknown, b: unknown) => boolean

/**
 * As `toMatchObject`: what the expected objects don't name may be anything; asymmetric matchers decide for themselves, and
 * lists are as long as expected.
 *
 * @param actual what there is
 * @param expected what has to be in it
 * @param equals the comparison of the runner
 */
export function includes(actual: unknown, expected: unknown, equals: Equals): boolean {
  if (Array.isArray(expected) && Array.isArray(actual))
    return expected.length === actual.length && expected.every((item, index) => includes(actual[index], item, equals))
  if (!isPlainObject(expected) || !isPlainObject(actual)) return equals(actual, expected)
  return Object.entries(expected).every(([key, value]) => includes(actual[key], value, equals))
}

/** How many members at the top are as expected: how near one that is not is. */
export function membersInCommon(actual: unknown, expected: object, equals: Equals): number {
  if (!isPlainObject(actual)) return -1
  return Object.entries(expected).filter(([key, value]) => includes(actual[key], value, equals)).length
}

/** What of a value is under names that are expected: a diff shows no more. */
export function onlyMembersOf(actual: unknown, expected: unknown): unknown {
  if (Array.isArray(expected) && Array.isArray(actual))
    return actual.map((item, index) => (index < expected.length ? onlyMembersOf(item, expected[index]) : item))
  if (!isPlainObject(expected) || !isPlainObject(actual)) return actual
  const names = Object.keys(expected).filter((name) => Object.hasOwn(actual, name))
  return Object.fromEntries(names.map((name) => [name, onlyMembersOf(actual[name], expected[name])]))
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value))
}
