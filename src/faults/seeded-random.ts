/**
 * Returns a number from 0 to below 1 that depends on its arguments only, so that the order of concurrent requests does not matter.
 *
 * @param seeds whole numbers
 */
export function seededRandom(...seeds: readonly number[]): number {
  let hash = 0x9e3779b9
  for (const seed of seeds) hash = mix(hash ^ mix(seed) ^ mix(Math.floor(seed / 2 ** 32)))
  return (hash >>> 0) / 2 ** 32
}

/** The finalizer of MurmurHash 3: each bit of the input changes half of the bits. */
function mix(value: number): number {
  let mixed = (value | 0) + 0x6d2b79f5
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
