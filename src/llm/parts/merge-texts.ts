import type { Part } from '../conversation.ts'

/** Joins neighbouring texts, and neighbouring pieces of reasoning, which a stream sends apart. */
export function mergeTexts(parts: readonly Part[]): Part[] {
  const merged: Part[] = []
  for (const part of parts) {
    const last = merged.at(-1)
    if ((part.kind === 'text' || part.kind === 'reasoning') && last?.kind === part.kind)
      merged[merged.length - 1] = { kind: part.kind, text: last.text + part.text }
    else merged.push(part)
  }
  return merged
}
