/**
 * Converts an offset in a text to a line and a column, both counted from 1.
 *
 * @param text the whole text
 * @param offset in UTF-16 units
 */
export function locateOffset(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let start = 0
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    line++
    start = end + 1
  }
  return { line, column: offset - start + 1 }
}
