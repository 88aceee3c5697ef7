// On the global object: the setup file and the tests can load different copies of this module.
const KEY = Symbol.for('msw-cassette/opened/1')
const holder = globalThis as { [KEY]?: Set<string> }

/** Registers a cassette that a test opened with `openCassette` or `fromCassette`, so that it is not reported as obsolete. */
export function registerOpenedCassette(file: string): void {
  holder[KEY] ??= new Set()
  holder[KEY].add(file)
}

/** Returns the absolute paths of the cassettes that were registered since the last call. */
export function drainOpenedCassettes(): string[] {
  const files = [...(holder[KEY] ?? [])]
  holder[KEY]?.clear()
  return files
}
