import { isJsonObject } from '../json/json-value.ts'
import { listTextParts, type TextPart } from './list-text-parts.ts'
import type { ViewConversation, ViewPart } from './view-data.ts'

/**
 * Finds how much of an answer has arrived with the next event of its stream.
 *
 * @param json the event
 * @returns the texts of the answer to which the event adds, and the number of their characters that have arrived
 */
export type AnswerProgress = (json: unknown) => (readonly [text: number, length: number])[]

/** A text of the answer, and the part of it that has arrived. */
interface Target {
  readonly text: string
  /** Without white space if the provider sends it with other white space: the arguments of a tool. */
  readonly compared: string
  readonly kind: ViewPart['kind']
  arrived: number
}

/** The members in which the protocols send pieces of an answer. */
const PIECE = /text|content|delta|thinking|reasoning|summary|refusal|arguments|json|input|response|transcript/i

/**
 * Follows an answer through the events of its stream, for each protocol: a text in an event belongs to the answer if it continues a
 * text of the assembled answer.
 */
export function createAnswerProgress(conversation: ViewConversation | undefined): AnswerProgress {
  const targets = listTextParts(conversation).map(toTarget)
  return (json) => {
    const changed = new Set<number>()
    for (const piece of findPieces(json, '')) {
      const index = targets.findIndex((target) => continues(target, piece))
      const target = targets[index]
      if (!target) continue
      target.arrived += compared(target.kind, piece).length
      changed.add(index)
    }
    return [...changed].map((index) => [index, toLength(targets[index])])
  }
}

function toTarget(part: TextPart): Target {
  return { text: part.text, compared: compared(part.kind, part.text), kind: part.kind, arrived: 0 }
}

function compared(kind: ViewPart['kind'], text: string): string {
  return kind === 'tool-call' ? text.replaceAll(/\s/g, '') : text
}

/** Lists the texts in an event. Recursive: `parseJson` limits the depth. */
function findPieces(value: unknown, name: string): string[] {
  if (typeof value === 'string') return value !== '' && PIECE.test(name) ? [value] : []
  if (Array.isArray(value)) return value.flatMap((item) => findPieces(item, name))
  return isJsonObject(value) ? Object.entries(value).flatMap(([key, member]) => findPieces(member, key)) : []
}

function continues(target: Target, piece: string): boolean {
  return (
    target.compared.startsWith(compared(target.kind, piece), target.arrived) && target.arrived < target.compared.length
  )
}

function toLength(target: Target | undefined): number {
  if (!target) return 0
  return Math.floor((target.text.length * target.arrived) / target.compared.length)
}
