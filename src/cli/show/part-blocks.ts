import { prettyJson } from '../../json/pretty-json.ts'
import { writeJson } from '../../json/write-json.ts'
import type { Part, ToolCall, ToolResult } from '../../llm/conversation.ts'
import { describeMedia, describeVectors } from '../../llm/describe-part.ts'
import type { Block } from '../text/layout.ts'
import type { ToolResults } from './pair-tools.ts'

/** Writes the parts of a message as blocks. A tool call is followed by its result. */
export function toBlocks(parts: readonly Part[], results: ToolResults): Block[] {
  return parts.flatMap((part) => toPartBlocks(part, results))
}

function toPartBlocks(part: Part, results: ToolResults): Block[] {
  switch (part.kind) {
    case 'text':
      return [{ text: part.text }]
    case 'reasoning':
      return [{ label: 'reasoning', labelStyle: 'dim', text: part.text || '(not readable)', style: 'dim' }]
    case 'refusal':
      return [{ label: 'refusal', labelStyle: 'red', text: part.text }]
    case 'tool-call': {
      const result = results.get(part)
      return [{ text: `→ ${writeCall(part)}`, style: 'yellow' }, ...(result ? [toResultBlock(result)] : [])]
    }
    case 'tool-result':
      return [toResultBlock(part)]
    case 'media':
      return [{ text: `[${describeMedia(part)}]`, style: 'magenta' }]
    case 'vectors':
      return [{ text: `[${describeVectors(part)}]`, style: 'magenta' }]
    case 'other':
      return [{ text: `[${part.type}] ${writeValue(part.value)}` }]
  }
}

/** The name of a tool and its arguments, such as `weather {"city":"Lisbon"}`. */
function writeCall(call: ToolCall): string {
  return `${call.name} ${writeValue(call.arguments)}`
}

/** The text of the parts of a message or of a result, in lines. */
export function textOfParts(parts: readonly Part[]): string {
  return toBlocks(parts, new Map())
    .map(({ text }) => text)
    .join('\n')
}

function toResultBlock({ name, outcome, parts }: ToolResult): Block {
  const text = textOfParts(parts)
  if (outcome === 'error') return { text: `← error: ${text}`, style: 'red' }
  return { text: `← ${text === '' ? `(${name ?? 'the tool'} returned nothing)` : text}` }
}

/** Longer JSON has a line for each member. */
const MAX_INLINE = 72

/** Writes a JSON value: in one line if it is short. */
export function writeValue(value: unknown): string {
  if (typeof value === 'string') return value
  const inline = writeJson(value)
  return inline.length <= MAX_INLINE ? inline : prettyJson(value)
}
