import { isJsonObject, type JsonObject } from '../../json/json-value.ts'
import { given, objectOf, objectsOf, textOf } from '../../json/members.ts'
import type { Media, Part } from '../conversation.ts'
import { mediaOf } from '../parts/media.ts'
import { textPart, toolCall } from '../parts/part.ts'

/** Reads a block of a message. It has one member, whose name is its type. */
export function readBedrockBlock(block: JsonObject): Part[] {
  if (typeof block.text === 'string') return textPart(block.text)
  const [type, value] = Object.entries(block)[0] ?? []
  if (type === undefined || type === 'cachePoint') return []
  if (!isJsonObject(value)) return [{ kind: 'other', type, value }]
  switch (type) {
    case 'toolUse':
      return [toolCall(textOf(value, 'toolUseId'), textOf(value, 'name'), value.input)]
    case 'toolResult':
      return [readToolResult(value)]
    case 'reasoningContent':
      return [{ kind: 'reasoning', text: textOf(objectOf(value, 'reasoningText'), 'text') ?? '' }]
    case 'citationsContent':
      return objectsOf(value, 'content').flatMap(readBedrockBlock)
    case 'image':
      return [readMedia(value, 'image')]
    case 'video':
      return [readMedia(value, 'video')]
    case 'audio':
      return [readMedia(value, 'audio')]
    case 'document':
      return [readMedia(value, 'file')]
  }
  return [{ kind: 'other', type, value }]
}

function readToolResult(value: JsonObject): Part {
  return {
    kind: 'tool-result',
    ...given({ id: textOf(value, 'toolUseId') }),
    outcome: value.status === 'error' ? 'error' : 'success',
    parts: objectsOf(value, 'content').flatMap(readBedrockBlock),
  }
}

const DOCUMENT_TYPES: Partial<Record<string, string>> = {
  pdf: 'application/pdf',
  txt: 'text/plain',
  csv: 'text/csv',
  html: 'text/html',
  md: 'text/markdown',
}

/** The format of an image, a sound or a video is the end of its media type, such as `png`. */
function readMedia(value: JsonObject, medium: Media['medium']): Part {
  const format = textOf(value, 'format')
  const source = objectOf(value, 'source')
  const type = medium === 'file' ? DOCUMENT_TYPES[format ?? ''] : format && `${medium}/${format}`
  const reference = textOf(objectOf(source, 's3Location'), 'uri')
  const text = textOf(source, 'text')
  const bytes = text === undefined ? undefined : new TextEncoder().encode(text).length
  return { ...mediaOf(textOf(source, 'bytes'), type, medium), ...given({ reference, bytes }) }
}
