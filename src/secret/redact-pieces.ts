import type { KnownCredentials } from './known-credentials.ts'
import { redactMembers } from './member-credentials.ts'
import type { CredentialRule } from './redacted.ts'
import { type Piece, streamPieces } from './stream-pieces.ts'
import { replaceRanges, type TextRange } from './text-ranges.ts'
import { redactUrls } from './url-credentials.ts'

/**
 * Replaces known credentials that a stream contains in pieces: the first piece gets the replacement, and the others lose their
 * part. Also finds the credentials in JSON that arrives in pieces, such as the arguments of a tool call.
 */
export function redactPieces(text: string, rule: CredentialRule, known: KnownCredentials): string {
  return replaceRanges(text, findInPieces(streamPieces(text), rule, known))
}

/**
 * Finds the parts of pieces to replace.
 *
 * @param lists the pieces of each text, in the order of the text
 * @returns ranges of the text that contains the pieces
 */
export function findInPieces(
  lists: readonly (readonly Piece[])[],
  rule: CredentialRule,
  known: KnownCredentials,
): TextRange[] {
  return lists.flatMap((pieces) => {
    const joined = pieces.map(({ value }) => value).join('')
    redactMembers(joined, rule, known)
    redactUrls(joined, rule, known)
    return spread(pieces, known.rangesIn(joined))
  })
}

/** Converts parts of the joined text to parts of its pieces. */
function spread(pieces: readonly Piece[], ranges: readonly TextRange[]): TextRange[] {
  if (ranges.length === 0) return []
  const sorted = ranges.toSorted((a, b) => a.start - b.start)
  let first = 0
  let offset = 0
  return pieces.flatMap((piece) => {
    const from = offset
    offset += piece.value.length
    for (let range = sorted[first]; range && range.end <= from; range = sorted[first]) first++
    const parts = partsWithin(sorted, first, from, offset)
    return parts.length === 0 ? [] : [replaceInPiece(piece, parts)]
  })
}

/** The parts of the sorted ranges from an index on that are between two offsets. They count from the first of these. */
function partsWithin(sorted: readonly TextRange[], first: number, from: number, to: number): TextRange[] {
  const parts: TextRange[] = []
  for (let index = first, range = sorted[index]; range && range.start < to; range = sorted[++index]) {
    const { start, end, text } = range
    if (end > from)
      parts.push({ start: Math.max(0, start - from), end: Math.min(to, end) - from, text: start >= from ? text : '' })
  }
  return parts
}

function replaceInPiece({ start, end, value, format }: Piece, parts: readonly TextRange[]): TextRange {
  const redacted = replaceRanges(value, parts)
  return { start, end, text: format === 'JSON' ? JSON.stringify(redacted).slice(1, -1) : redacted }
}
