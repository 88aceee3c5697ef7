/** A part of a text, and its replacement. */
export interface TextRange {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Replaces parts of a text. Parts that overlap an earlier one are left out. */
export function replaceRanges(text: string, ranges: readonly TextRange[]): string {
  if (ranges.length === 0) return text
  const pieces: string[] = []
  let end = 0
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    if (range.start < end) continue
    pieces.push(text.slice(end, range.start), range.text)
    end = range.end
  }
  pieces.push(text.slice(end))
  return pieces.join('')
}
