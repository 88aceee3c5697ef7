import type { Conversation, Part } from '../llm/conversation.ts'

const MAX_LENGTH = 120

/** Returns the first words of an answer; if it has none, those of the error or of the last message. */
export function firstWords(conversation: Conversation | undefined): string {
  if (!conversation) return ''
  const { answers, error, messages } = conversation
  const parts = answers.flatMap((answer) => answer.parts)
  const sources = [
    // The words of a spoken answer follow its sound.
    parts.filter(({ kind }) => kind !== 'media').map(wordsOf),
    parts.map(wordsOf),
    [error?.message ?? ''],
    messages.at(-1)?.parts.map(wordsOf) ?? [],
  ]
  const words = sources.flat().find((text) => text !== '') ?? ''
  return words.length > MAX_LENGTH ? `${words.slice(0, MAX_LENGTH)}…` : words
}

function wordsOf(part: Part): string {
  switch (part.kind) {
    case 'text':
    case 'refusal':
      return part.text
        .slice(0, 2 * MAX_LENGTH)
        .replaceAll(/\s+/g, ' ')
        .trim()
    case 'tool-call':
      return `${part.name}(…)`
    case 'tool-result':
      return part.parts.map(wordsOf).join(' ').trim()
    case 'media':
      return part.type ?? part.medium
    default:
      return ''
  }
}
