import type { Matcher } from './matcher.ts'

/**
 * Compares the named headers; all others are irrelevant.
 *
 * @param names header names, in any case
 */
export function matchHeaders(names: readonly string[]): Matcher {
  return {
    name: 'headers',
    key: ({ request }) => JSON.stringify(names.map((name) => request.headers.get(name))),
    differences: ({ recorded, received }) =>
      names
        .map((name) => ({
          path: `header.${name.toLowerCase()}`,
          recorded: recorded.headers.get(name) ?? undefined,
          received: received.headers.get(name) ?? undefined,
        }))
        .filter((difference) => difference.recorded !== difference.received),
  }
}
