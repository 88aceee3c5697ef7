import type { WebSocketConversation } from '../cassette.ts'
import type { CredentialRules } from './credential-rules.ts'
import { finishText } from './finish-text.ts'
import { type JoinedFrames, joinFrames, readFrameText } from './frame-texts.ts'
import type { KnownCredentials } from './known-credentials.ts'
import { findInPieces } from './redact-pieces.ts'
import { replaceRanges, type TextRange } from './text-ranges.ts'

/** A conversation whose credentials in known places are replaced. */
export interface PlacedFrames {
  /**
   * Replaces all other occurrences of the credentials, also those that are split over several frames.
   *
   * @returns the same object if there is nothing to change
   */
  finish(rules: CredentialRules, known: KnownCredentials): WebSocketConversation
}

/** @param places replaces the credentials in known places first, unless they were replaced before */
export function placeInFrames(
  conversation: WebSocketConversation,
  places?: { rules: CredentialRules; found: KnownCredentials },
): PlacedFrames {
  const { frames, close } = conversation
  const texts = frames.map(readFrameText)
  const placed = texts.map(({ text }) => places?.rules.redactBody(text, '', places.found) ?? text)
  return {
    finish(rules, known) {
      const finished = texts.map(({ from }, index) => ({ from, text: finishText(placed[index] ?? '', rules, known) }))
      const joined = joinFrames(finished)
      const redacted = applyToFrames(joined, findInPieces(joined.pieces, rules, known))
      const reason = finishText(close?.reason ?? '', rules, known)
      const isSame = texts.every(({ text }, index) => text === redacted[index])
      if (isSame && reason === (close?.reason ?? '')) return conversation
      const changed = frames.map((frame, index) => {
        const { text = '', encode } = texts[index] ?? {}
        const now = redacted[index] ?? text
        return now === text || !encode ? frame : { ...frame, data: encode(now) }
      })
      return close ? { frames: changed, close: { ...close, reason } } : { frames: changed }
    },
  }
}

/** Replaces ranges of the joined text, each of which is in one frame. */
function applyToFrames({ text, places }: JoinedFrames, ranges: readonly TextRange[]): string[] {
  const sorted = ranges.toSorted((a, b) => a.start - b.start)
  let next = 0
  return places.map(({ start, end }) => {
    const own: TextRange[] = []
    for (let range = sorted[next]; range && range.start < end; range = sorted[++next])
      own.push({ start: range.start - start, end: range.end - start, text: range.text })
    return replaceRanges(text.slice(start, end), own)
  })
}
