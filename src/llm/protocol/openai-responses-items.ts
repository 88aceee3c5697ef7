import type { JsonObject } from '../../json/json-value.ts'
import { given, memberOf, objectOf, objectsOf, textOf } from '../../json/members.ts'
import type { Message, Part } from '../conversation.ts'
import { mediaAt, mediaOf } from '../parts/media.ts'
import { otherPart, partsOf, refusalPart, textPart, toolCall } from '../parts/part.ts'

/** Reads an item of the input as a message. */
export function readItem(item: JsonObject): Message {
  return { role: roleOf(item), parts: readItemParts(item) }
}

function roleOf(item: JsonObject): Message['role'] {
  const { role, type } = item
  if (role === 'system' || role === 'developer') return 'system'
  if (role === 'assistant') return 'assistant'
  if (role !== undefined) return 'user'
  return typeof type === 'string' && /_(?:output|response)$/.test(type) ? 'tool' : 'assistant'
}

/** Lists the parts of an item of the input or the output. */
export function readItemParts(item: JsonObject): Part[] {
  const type = textOf(item, 'type') ?? 'message'
  switch (type) {
    case 'message':
      return partsOf(item.content, readContent)
    case 'reasoning':
      return [{ kind: 'reasoning', text: reasoningOf(item) }]
    case 'image_generation_call':
      return [mediaOf(textOf(item, 'result'), `image/${textOf(item, 'output_format') ?? 'png'}`)]
    case 'mcp_list_tools':
      return [otherPart(item)]
    case 'mcp_call':
      return [readCall(item), readMcpResult(item)]
  }
  if (type.endsWith('_call_output')) return [readOutput(item)]
  return type.endsWith('_call') ? [readCall(item)] : [otherPart(item)]
}

function reasoningOf(item: JsonObject): string {
  const paragraphs = [...objectsOf(item, 'summary'), ...objectsOf(item, 'content')]
  return paragraphs.map((paragraph) => textOf(paragraph, 'text') ?? '').join('\n\n')
}

/** A call of a function has a name; one of a tool of OpenAI has only its type, such as `web_search_call`, and members of its own. */
function readCall(item: JsonObject): Part {
  const { id, call_id, type, name, status, output, result, results, error, ...rest } = item
  const own = memberOf(item, 'arguments') ?? memberOf(item, 'input') ?? memberOf(item, 'action') ?? rest
  return toolCall(
    textOf(item, 'call_id') ?? textOf(item, 'id'),
    textOf(item, 'name') ?? (textOf(item, 'type') ?? '').replace(/_call$/, ''),
    own,
  )
}

function readOutput(item: JsonObject): Part {
  return {
    kind: 'tool-result',
    ...given({ id: textOf(item, 'call_id') }),
    outcome: item.status === 'failed' || item.status === 'incomplete' ? 'error' : 'success',
    parts: partsOf(item.output, readContent),
  }
}

function readMcpResult(item: JsonObject): Part {
  const { error } = item
  const failed = error !== undefined && error !== null
  const message = typeof error === 'string' ? error : textOf(error, 'message')
  return {
    kind: 'tool-result',
    ...given({ id: textOf(item, 'id'), name: textOf(item, 'name') }),
    outcome: failed ? 'error' : 'success',
    parts: failed ? textPart(message) : partsOf(item.output, readContent),
  }
}

function readContent(part: JsonObject): Part[] {
  switch (part.type) {
    case 'input_text':
    case 'output_text':
    case 'text':
      return textPart(part.text)
    case 'refusal':
      return refusalPart(part.refusal)
    case 'input_image':
    case 'computer_screenshot':
      return [readFile(part, 'image')]
    case 'input_file':
      return [readFile(part, 'file')]
    case 'input_audio': {
      const audio = objectOf(part, 'input_audio') ?? part
      const format = textOf(audio, 'format')
      return [mediaOf(textOf(audio, 'data'), format && `audio/${format}`, 'audio')]
    }
  }
  return [otherPart(part)]
}

function readFile(part: JsonObject, medium: 'image' | 'file'): Part {
  const url = textOf(part, 'image_url') ?? textOf(part, 'file_url') ?? textOf(part, 'file_id')
  if (url !== undefined) return mediaAt(url, medium)
  const data = textOf(part, 'file_data')
  return data?.startsWith('data:') ? mediaAt(data, medium) : mediaOf(data, undefined, medium)
}
