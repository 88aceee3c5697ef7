// On the global object: a setup file may see another copy of this module than the tests do.
const KEY = Symbol.for('msw-cassette/opened/1')
const holder = globalThis as { [KEY]?: Set<string> }

/** Remembers a cassette that was opened by hand, with `openCassette` or `fromCassette`: it is not obsolete. */
export function registerOpenedCassette(file: string): void {
  holder[KEY] ??= new Set()
  holder[KEY].add(file)
}

/** The absolute paths of the cassettes that were opened by hand since this was last asked. */
export function drainOpenedCassettes(): string[] {
  const files = [...(holder[KEY] ?? [])]
  holder[KEY]?.clear()
  return files
}
