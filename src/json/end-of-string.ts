/**
 * Finds where a string of JSON ends.
 *
 * @param text JSON
 * @param quote where the string begins
 * @returns the place after its closing quote; the end of the text where it has none
 */
export function endOfString(text: string, quote: number): number {
  for (let at = quote + 1; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char === 0x5c) at++
    else if (char === 0x22) return at + 1
  }
  return text.length
}
