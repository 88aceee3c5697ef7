import { isJsonObject, type JsonObject } from '../../json/json-value.ts'
import { given, textOf } from '../../json/members.ts'
import { parseJson } from '../../json/parse-json.ts'
import type { Part, ToolCall } from '../conversation.ts'

/** A list with a text part; empty if there is no text. */
export function textPart(text: unknown): Part[] {
  return typeof text === 'string' && text !== '' ? [{ kind: 'text', text }] : []
}

/** A list with a reasoning part; empty if there is no text. */
export function reasoningPart(text: unknown): Part[] {
  return typeof text === 'string' && text !== '' ? [{ kind: 'reasoning', text }] : []
}

/** A list with a refusal; empty if there is no text. */
export function refusalPart(text: unknown): Part[] {
  return typeof text === 'string' && text !== '' ? [{ kind: 'refusal', text }] : []
}

/**
 * A tool call.
 *
 * @param input the arguments: parsed, or JSON as text
 */
export function toolCall(id: string | undefined, name: string | undefined, input: unknown): ToolCall {
  return {
    kind: 'tool-call',
    ...given({ id }),
    name: name ?? '',
    arguments: typeof input === 'string' ? (parseJson(input) ?? input) : input,
  }
}

/** A part that this library does not know. */
export function otherPart(value: unknown): Part {
  return { kind: 'other', type: textOf(value, 'type') ?? 'unknown', value }
}

/**
 * Reads content that is a text, or a list of parts.
 *
 * @param readPart reads one object of the list
 */
export function partsOf(content: unknown, readPart: (part: JsonObject) => Part[]): Part[] {
  if (typeof content === 'string') return textPart(content)
  const items = Array.isArray(content) ? content : isJsonObject(content) ? [content] : []
  return items.flatMap((item) => (isJsonObject(item) ? readPart(item) : textPart(item)))
}
