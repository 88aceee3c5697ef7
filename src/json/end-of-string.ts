/**
 * Finds the end of a string in JSON text.
 *
 * @param quote the offset of the opening quote
 * @returns the offset after the closing quote, or the length of the text if there is no closing quote
 */
export function endOfString(text: string, quote: number): number {
  for (let at = quote + 1; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char === 0x5c) at++
    else if (char === 0x22) return at + 1
  }
  return text.length
}
