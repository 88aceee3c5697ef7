import type { Interaction } from '../src/cassette.ts'
import { KeyIndex, type KeyIndexInit } from '../src/replay/key-index.ts'

/** Creates the indexes of players that search without sketches. */
export const indexBy =
  (keyOf: (interaction: Interaction) => string | undefined) =>
  (init: Pick<KeyIndexInit, 'interactions' | 'isIncluded'>): KeyIndex =>
    new KeyIndex({ ...init, keyOf, sketchOf: () => undefined })
