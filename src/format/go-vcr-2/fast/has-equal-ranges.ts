/** Compares two ranges of equal length in the same bytes. */
export function hasEqualRanges(bytes: Uint8Array, first: number, second: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (bytes[first + at] !== bytes[second + at]) return false
  return true
}
