/** Tells whether so many bytes are the same at two places. */
export function hasEqualBytes(bytes: Uint8Array, first: number, second: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (bytes[first + at] !== bytes[second + at]) return false
  return true
}
