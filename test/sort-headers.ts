import type { HeaderPair } from 'msw-cassette'

/** Sorts headers by name. The order of values with the same name stays. */
export function sortHeaders(headers: readonly HeaderPair[]): HeaderPair[] {
  return headers.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
