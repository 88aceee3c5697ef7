import type { Message, Part } from './conversation.ts'

/** Gives each tool result that has no name the name of its call, found by the id. */
export function nameToolResults(messages: readonly Message[]): Message[] {
  const names = new Map<string, string>()
  for (const part of messages.flatMap(({ parts }) => parts))
    if (part.kind === 'tool-call' && part.id !== undefined) names.set(part.id, part.name)
  return messages.map((message) => ({ ...message, parts: message.parts.map((part) => nameOne(part, names)) }))
}

function nameOne(part: Part, names: ReadonlyMap<string, string>): Part {
  if (part.kind !== 'tool-result' || part.name !== undefined || part.id === undefined) return part
  const name = names.get(part.id)
  return name === undefined ? part : { ...part, name }
}
