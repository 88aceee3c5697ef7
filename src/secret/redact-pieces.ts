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
  const ranges = streamPieces(text).flatMap((pieces) => {
    const joined = pieces.map(({ value }) => value).join('')
    redactMembers(joined, rule, known)
    redactUrls(joined, rule, known)
    return spread(pieces, known.rangesIn(joined))
  })
  return replaceRanges(text, ranges)
}

/** Converts parts of the joined text to parts of its pieces. */
function spread(pieces: readonly Piece[], ranges: readonly TextRange[]): TextRange[] {
  if (ranges.length === 0) return []
  let offset = 0
  return pieces.flatMap(({ start, end, value, format }) => {
    const from = offset
    offset += value.length
    const parts = ranges
      .filter((range) => range.start < offset && range.end > from)
      .map((range) => ({
        start: Math.max(0, range.start - from),
        end: Math.min(value.length, range.end - from),
        text: range.start >= from ? range.text : '',
      }))
    if (parts.length === 0) return []
    const redacted = replaceRanges(value, parts)
    return { start, end, text: format === 'JSON' ? JSON.stringify(redacted).slice(1, -1) : redacted }
  })
}
