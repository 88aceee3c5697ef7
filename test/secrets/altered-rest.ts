/** Longer than the parts that can go with a secret, such as the scheme of an authorization. */
const SURROUNDINGS = 80

/**
 * Finds a change of JSON that is not the replacement of the secret: a member that is missing, a text that changed, or a replacement
 * that takes much more than the secret.
 *
 * @param original the value that was sent
 * @param saved the value in the cassette
 * @param length the length of the secret
 * @returns a description of the first change, or undefined
 */
export function alteredRest(original: unknown, saved: unknown, length: number, path = '$'): string | undefined {
  if (saved === 'REDACTED') return undefined
  if (typeof original === 'string' && typeof saved === 'string')
    return isCut(original, saved, length) ? undefined : `${path}: ${saved.slice(0, 200)}`
  if (typeof original !== 'object' || original === null || typeof saved !== 'object' || saved === null)
    return original === saved ? undefined : `${path}: ${JSON.stringify(saved)}`
  const [before, after] = [Object.entries(original), Object.entries(saved)]
  if (before.length !== after.length) return `${path}: ${after.length} members instead of ${before.length}`
  for (const [index, [key, value]] of before.entries()) {
    const found = alteredRest(value, after[index]?.[1], length, `${path}.${key}`)
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether a text is another one in which placeholders replace at most the secret, in an encoding, and its surroundings. */
function isCut(original: string, saved: string, length: number): boolean {
  let end = 0
  const kept = saved.split('REDACTED')
  for (const piece of kept) {
    const start = original.indexOf(piece, end)
    if (start === -1) return false
    end = start + piece.length
  }
  return original.length - kept.join('').length <= 3 * length + SURROUNDINGS
}
