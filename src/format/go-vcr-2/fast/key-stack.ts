import { bail } from './bail.ts'

/** The keys of the maps that are being read, those of the innermost last. It never shrinks: each map would pay for its memory anew. */
export class KeyStack {
  readonly #keys: string[] = []
  /** How many of them count: a map that ends sets it back to what it was when the map began. */
  count = 0

  /**
   * Adds a key of the innermost map.
   *
   * @param first the count when the map began
   * @throws where it declines: a key that is there twice, and so many that looking through them takes long
   */
  add(key: string, first: number): void {
    if (this.count - first === MOST) bail()
    for (let at = first; at < this.count; at++) if (this.#keys[at] === key) bail()
    this.#keys[this.count++] = key
  }
}

const MOST = 256
