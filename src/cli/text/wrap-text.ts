/**
 * Breaks a line of text at its spaces, so that each piece fits a width. A word that is longer than the width is cut.
 *
 * @param text without line breaks
 * @param columns at least 1; infinite to break nothing
 */
export function wrapText(text: string, columns: number): string[] {
  if (text.length <= columns && !WIDE.test(text)) return [text]
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const word of text.split(/(?<= )(?! )/)) {
    for (const piece of cutWord(word, columns)) {
      const pieceWidth = widthOf(piece)
      // The spaces at the end of a line do not count.
      if (width > 0 && width + widthOf(piece.trimEnd()) > columns) {
        lines.push(line.trimEnd())
        line = ''
        width = 0
      }
      line += piece
      width += pieceWidth
    }
  }
  return [...lines, line]
}

function cutWord(word: string, columns: number): string[] {
  if (widthOf(word.trimEnd()) <= columns) return [word]
  const pieces: string[] = []
  let piece = ''
  let width = 0
  for (const character of word) {
    if (piece !== '' && width + widthOf(character) > columns) {
      pieces.push(piece)
      piece = ''
      width = 0
    }
    piece += character
    width += widthOf(character)
  }
  return [...pieces, piece]
}

/** The scripts of East Asia and the emoji, each character of which is two columns wide. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u

function widthOf(text: string): number {
  if (!WIDE.test(text)) return text.length
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 2 : 1
  return width
}
