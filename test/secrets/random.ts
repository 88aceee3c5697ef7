/** A seeded source of random values. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number
  /** A text of `length` characters of `alphabet`. */
  text(alphabet: string, length: number): string
  bytes(length: number): Buffer<ArrayBuffer>
  pick<T>(list: readonly T[]): T
}

/**
 * Creates a source that depends only on its arguments. Each trial has its own, so that a trial that runs alone, in another order
 * or in another selection uses the same values.
 */
export function createRandom(seed: number, ...labels: readonly string[]): Random {
  let state = labels.reduce((hash, label) => hashText(label, hash), seed >>> 0)
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    text: (alphabet, length) => {
      let text = ''
      while (text.length < length) text += alphabet.charAt(below(alphabet.length))
      return text
    },
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
  }
}

/** FNV-1a. */
function hashText(text: string, start: number): number {
  let hash = (start ^ 0x811c9dc5) >>> 0
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  return hash
}
