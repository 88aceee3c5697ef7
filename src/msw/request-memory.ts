/** How many requests may be under way at once. */
const MEMORY = 10_000

/**
 * Makes a memory of requests: where two servers listen, MSW asks the last one twice for each.
 *
 * @returns tells whether a request was asked for before, by its id
 */
export function createDuplicateFilter(): (requestId: string) => boolean {
  const asked = new Set<string>()
  return (requestId) => {
    if (asked.has(requestId)) return true
    asked.add(requestId)
    const [oldest] = asked
    if (asked.size > MEMORY && oldest !== undefined) asked.delete(oldest)
    return false
  }
}
