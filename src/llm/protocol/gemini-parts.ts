import { isJsonObject, type JsonObject } from '../../json/json-value.ts'
import { given, textOf } from '../../json/members.ts'
import type { Part } from '../conversation.ts'
import { mediaAt, mediaOf, mediumOf } from '../parts/media.ts'
import { reasoningPart, textPart, toolCall } from '../parts/part.ts'

/** Reads a part. The API accepts names in camel case and in snake case. */
export function readGeminiPart(part: JsonObject): Part[] {
  if (typeof part.text === 'string') return part.thought === true ? reasoningPart(part.text) : textPart(part.text)
  const [name, value] = Object.entries(part).find(([, member]) => isJsonObject(member)) ?? []
  if (name === undefined || !isJsonObject(value)) return []
  switch (name) {
    case 'functionCall':
    case 'function_call':
      return [toolCall(textOf(value, 'id'), textOf(value, 'name'), value.args ?? {})]
    case 'functionResponse':
    case 'function_response':
      return [readResult(value)]
    case 'inlineData':
    case 'inline_data':
      return [mediaOf(textOf(value, 'data'), typeOf(value))]
    case 'fileData':
    case 'file_data':
      return [readReference(value)]
  }
  return [{ kind: 'other', type: name, value }]
}

function readResult(value: JsonObject): Part {
  const { response } = value
  const failed = isJsonObject(response) && Object.keys(response).join() === 'error'
  return {
    kind: 'tool-result',
    ...given({ id: textOf(value, 'id'), name: textOf(value, 'name') }),
    outcome: failed ? 'error' : 'success',
    parts: response === undefined ? [] : [{ kind: 'other', type: 'json', value: response }],
  }
}

function readReference(value: JsonObject): Part {
  const type = typeOf(value)
  const url = textOf(value, 'fileUri') ?? textOf(value, 'file_uri') ?? ''
  return { ...mediaAt(url, mediumOf(type) ?? 'file'), ...given({ type }) }
}

function typeOf(value: JsonObject): string | undefined {
  return textOf(value, 'mimeType') ?? textOf(value, 'mime_type')
}
