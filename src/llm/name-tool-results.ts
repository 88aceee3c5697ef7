import type { Conversation, Part } from './conversation.ts'

type Turns = Pick<Conversation, 'messages' | 'answers'>

/** Gives each tool result that has no name the name of its call, found by the id. */
export function nameToolResults({ messages, answers }: Turns): Turns {
  const names = new Map<string, string>()
  for (const part of [...messages, ...answers].flatMap(({ parts }) => parts))
    if (part.kind === 'tool-call' && part.id !== undefined) names.set(part.id, part.name)
  const nameParts = (parts: readonly Part[]): Part[] => parts.map((part) => nameOne(part, names))
  return {
    messages: messages.map((message) => ({ ...message, parts: nameParts(message.parts) })),
    answers: answers.map((answer) => ({ ...answer, parts: nameParts(answer.parts) })),
  }
}

function nameOne(part: Part, names: ReadonlyMap<string, string>): Part {
  if (part.kind !== 'tool-result' || part.name !== undefined || part.id === undefined) return part
  const name = names.get(part.id)
  return name === undefined ? part : { ...part, name }
}
