import { given } from '../json/members.ts'
import { writeJson } from '../json/write-json.ts'
import type { Conversation, Message, Part, ToolCall, ToolResult } from '../llm/conversation.ts'
import { describeMedia, describeVectors } from '../llm/describe-part.ts'
import type { TextBudget } from './text-budget.ts'
import type { ViewConversation, ViewPart } from './view-data.ts'

/**
 * Converts a conversation to what the page shows.
 *
 * @param previous the conversation before it in the same cassette: an agent sends all earlier messages again
 */
export function toViewConversation(
  conversation: Conversation,
  previous: Conversation | undefined,
  budget: TextBudget,
): ViewConversation {
  const { answers, messages, ...facts } = conversation
  return {
    ...facts,
    repeated: countRepeated(messages, previous?.messages ?? []),
    messages: messages.map(({ role, parts }) => ({ role, parts: toViewParts(parts, budget) })),
    answers: answers.map(({ parts, finishReason }) => ({
      role: 'assistant',
      parts: toViewParts(parts, budget),
      ...given({ finishReason }),
    })),
  }
}

/** Without the last message: a request that is sent again is not empty. */
function countRepeated(messages: readonly Message[], earlier: readonly Message[]): number {
  const changed = messages.findIndex((message, index) => writeJson(message) !== writeJson(earlier[index]))
  return Math.min(changed === -1 ? messages.length : changed, Math.max(0, messages.length - 1))
}

function toViewParts(parts: readonly Part[], budget: TextBudget): ViewPart[] {
  return parts.map((part) => toViewPart(part, budget))
}

function toViewPart(part: Part, budget: TextBudget): ViewPart {
  switch (part.kind) {
    case 'text':
    case 'reasoning':
    case 'refusal':
      return { kind: part.kind, ...budget.cut(part.text) }
    case 'tool-call':
      return toViewCall(part, budget)
    case 'tool-result':
      return toViewResult(part, budget)
    case 'media':
      return { kind: 'media', label: describeMedia(part) }
    case 'vectors':
      return { kind: 'vectors', label: describeVectors(part) }
    case 'other':
      return { kind: 'other', type: part.type, ...budget.cut(writeJson(part.value)) }
  }
}

function toViewCall({ id, name, arguments: value }: ToolCall, budget: TextBudget): ViewPart {
  const text = typeof value === 'string' ? value : writeJson(value)
  return { kind: 'tool-call', ...given({ id }), name, ...budget.cut(text) }
}

function toViewResult({ parts, ...facts }: ToolResult, budget: TextBudget): ViewPart {
  return { ...facts, parts: toViewParts(parts, budget) }
}
