import type { JsonObject } from '../../json/json-value.ts'
import { given, objectOf, textOf } from '../../json/members.ts'
import type { Media, Part, ToolResult } from '../conversation.ts'
import { mediaAt, mediaOf } from '../parts/media.ts'
import { otherPart, partsOf, textPart, toolCall } from '../parts/part.ts'

/** Reads a block of a message. Tools that Anthropic runs itself have blocks with types of their own. */
export function readBlock(block: JsonObject): Part[] {
  const type = textOf(block, 'type') ?? ''
  if (type.endsWith('tool_use')) return [toolCall(textOf(block, 'id'), textOf(block, 'name'), block.input)]
  if (type.endsWith('tool_result')) return [readToolResult(block)]
  switch (type) {
    case 'text':
      return textPart(block.text)
    case 'thinking':
      return [{ kind: 'reasoning', text: textOf(block, 'thinking') ?? '' }]
    case 'redacted_thinking':
      return [{ kind: 'reasoning', text: '' }]
    case 'image':
      return [readSource(block, 'image')]
    case 'document':
    case 'container_upload':
      return [readSource(block, 'file')]
  }
  return [otherPart(block)]
}

function readToolResult(block: JsonObject): ToolResult {
  const content = objectOf(block, 'content')
  const failed = block.is_error === true || textOf(content, 'type')?.endsWith('_error') === true
  return {
    kind: 'tool-result',
    ...given({ id: textOf(block, 'tool_use_id') }),
    outcome: failed ? 'error' : 'success',
    parts: partsOf(block.content, readBlock),
  }
}

function readSource(block: JsonObject, medium: Media['medium']): Part {
  const source = objectOf(block, 'source') ?? block
  const type = textOf(source, 'media_type')
  const url = textOf(source, 'url') ?? textOf(source, 'file_id')
  if (url !== undefined) return mediaAt(url, medium)
  if (source.type === 'base64') return mediaOf(textOf(source, 'data'), type, medium)
  const text = textOf(source, 'data')
  const bytes = text === undefined ? undefined : new TextEncoder().encode(text).length
  return { kind: 'media', medium, ...given({ type, bytes }) }
}
