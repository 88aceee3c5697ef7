import type { Message, ToolCall, ToolResult } from '../../llm/conversation.ts'

/** The result of each tool call that has one. */
export type ToolResults = ReadonlyMap<ToolCall, ToolResult>

/** Pairs tool calls with the results that follow them, by their ids. An id can be used again after its result. */
export function pairTools(messages: readonly Message[]): ToolResults {
  const open = new Map<string, ToolCall[]>()
  const results = new Map<ToolCall, ToolResult>()
  for (const part of messages.flatMap(({ parts }) => parts)) {
    if (!('id' in part) || part.id === undefined) continue
    const calls = open.get(part.id) ?? []
    open.set(part.id, calls)
    if (part.kind === 'tool-call') calls.push(part)
    const call = part.kind === 'tool-result' ? calls.shift() : undefined
    if (call && part.kind === 'tool-result') results.set(call, part)
  }
  return results
}
