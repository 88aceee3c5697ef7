const WIDTH = 80

/**
 * Draws the line of an error with a caret under it, as compilers do.
 *
 * @param text the whole text
 * @param place the error; line and column are counted from 1
 * @returns two lines; a long line is cut to 80 characters around the error
 */
export function caretFrame(text: string, place: { line: number; column: number }): string {
  const source = lineAt(text, place.line)
  const start = Math.max(0, Math.min(place.column - 1 - WIDTH / 2, source.length - WIDTH))
  const shown = source.slice(start, start + WIDTH).replace(UNPRINTABLE, '·')
  return `  ${shown}\n  ${' '.repeat(Math.max(0, place.column - 1 - start))}^`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal must not interpret them.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f]/g

function lineAt(text: string, line: number): string {
  let start = 0
  for (let n = 1; n < line; n++) {
    const end = text.indexOf('\n', start)
    if (end === -1) return ''
    start = end + 1
  }
  const end = text.indexOf('\n', start)
  return text.slice(start, end === -1 ? text.length : end)
}
