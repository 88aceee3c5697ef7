/** The embedding of every text. */
export const VECTOR: readonly number[] = [0.25, -1.5, 0.125, 3]

/** The bytes of an answer that is not text. Most of them are not UTF-8. */
export function toBytes(seed: number): Uint8Array {
  return Uint8Array.from({ length: 300 }, (_, index) => index * 7 + seed * 31)
}

/** An image or a sound, in base64. */
export const PICTURE = Buffer.from(toBytes(0)).toString('base64')
