/** The maximum number of concurrent requests. */
const MAX_REMEMBERED = 10_000

/**
 * Creates a filter for requests that MSW passes on twice: if two servers listen, it calls the handlers of the last one twice.
 *
 * @returns tells whether a request was seen before, by its id
 */
export function createDuplicateFilter(): (requestId: string) => boolean {
  const seen = new Set<string>()
  return (requestId) => {
    if (seen.has(requestId)) return true
    seen.add(requestId)
    const [oldest] = seen
    if (seen.size > MAX_REMEMBERED && oldest !== undefined) seen.delete(oldest)
    return false
  }
}
