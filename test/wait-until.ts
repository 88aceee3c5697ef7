import { setImmediate as turn } from 'node:timers/promises'

/** Waits for something to come true, turn by turn of the event loop, whatever timers a test has faked. */
export async function waitUntil(holds: () => boolean): Promise<void> {
  while (!holds()) await turn()
}
