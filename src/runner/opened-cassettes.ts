import { globalSlot } from '../platform/global-slot.ts'

// The setup file and the tests can load different copies of this module.
const slot = globalSlot<Set<string>>('opened/1')

/** Registers a cassette that a test opened with `openCassette` or `fromCassette`, so that it is not reported as obsolete. */
export function registerOpenedCassette(file: string): void {
  slot.getOrCreate(() => new Set()).add(file)
}

/** Returns the absolute paths of the cassettes that were registered since the last call. */
export function drainOpenedCassettes(): string[] {
  const files = [...(slot.get() ?? [])]
  slot.set(undefined)
  return files
}
