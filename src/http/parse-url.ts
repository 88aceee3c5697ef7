/** Parses an absolute URL; undefined if it is invalid. `URL.parse` takes less time, but Node 20 does not have it. */
export function parseUrl(text: string): URL | undefined {
  if (URL.parse) return URL.parse(text) ?? undefined
  return URL.canParse(text) ? new URL(text) : undefined
}
