import { setImmediate as nextTurn } from 'node:timers/promises'

/** Waits until a condition holds. It checks once per turn of the event loop, so it also works with fake timers. */
export async function waitUntil(condition: () => boolean): Promise<void> {
  while (!condition()) await nextTurn()
}
