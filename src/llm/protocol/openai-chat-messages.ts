import type { JsonObject } from '../../json/json-value.ts'
import { given, memberOf, objectOf, objectsOf, textOf } from '../../json/members.ts'
import type { Message, Part, ToolResult } from '../conversation.ts'
import { mediaAt, mediaOf } from '../parts/media.ts'
import { otherPart, partsOf, reasoningPart, refusalPart, textPart, toolCall } from '../parts/part.ts'
import { toolName } from '../parts/tool-name.ts'

/** Lists the messages of a request, in its order. */
export function readChatMessages(request: JsonObject): Message[] {
  return objectsOf(request, 'messages').map((message) => ({
    role: ROLES[textOf(message, 'role') ?? ''] ?? 'user',
    parts: readChatMessage(message),
  }))
}

const ROLES: Partial<Record<string, Message['role']>> = Object.assign(Object.create(null), {
  system: 'system',
  developer: 'system',
  assistant: 'assistant',
  tool: 'tool',
  function: 'tool',
})

/** Lists the parts of a message of a request or an answer. */
export function readChatMessage(message: JsonObject): Part[] {
  const role = textOf(message, 'role')
  if (role === 'tool' || role === 'function') return [readToolResult(message)]
  return [
    ...readReasoning(message),
    ...partsOf(message.content, readContentPart),
    ...refusalPart(message.refusal),
    ...readToolCalls(message),
    ...readAudio(message),
    ...objectsOf(message, 'images').flatMap(readContentPart),
  ]
}

function readToolResult(message: JsonObject): ToolResult {
  return {
    kind: 'tool-result',
    ...given({ id: textOf(message, 'tool_call_id'), name: textOf(message, 'name') }),
    outcome: 'success',
    parts: partsOf(message.content, readContentPart),
  }
}

/** Providers other than OpenAI send the reasoning, under various names and sometimes under two of them. */
function readReasoning(message: JsonObject): Part[] {
  const text = textOf(message, 'reasoning_content') || textOf(message, 'reasoning')
  if (text) return reasoningPart(text)
  const details = objectsOf(message, 'reasoning_details')
  const texts = details.map((detail) => textOf(detail, 'text') ?? textOf(detail, 'summary') ?? '')
  return details.length === 0 ? [] : [{ kind: 'reasoning', text: texts.join('') }]
}

function readContentPart(part: JsonObject): Part[] {
  switch (part.type) {
    case 'text':
    case 'input_text':
    case 'output_text':
      return textPart(part.text)
    case 'refusal':
      return refusalPart(part.refusal)
    case 'thinking':
      return partsOf(part.thinking, readContentPart).flatMap((inner) =>
        inner.kind === 'text' ? reasoningPart(inner.text) : [inner],
      )
    case 'image_url':
      return readReference(part.image_url, 'image') ?? [otherPart(part)]
    case 'video_url':
      return readReference(part.video_url, 'video') ?? [otherPart(part)]
    case 'audio_url':
      return readReference(part.audio_url, 'audio') ?? [otherPart(part)]
    case 'input_audio':
      return [readInputAudio(part)]
    case 'file':
      return [readFile(part)]
  }
  return [otherPart(part)]
}

/** Mistral sends the URL itself; others send an object that contains it. */
function readReference(value: unknown, medium: 'image' | 'video' | 'audio'): Part[] | undefined {
  const url = typeof value === 'string' ? value : textOf(value, 'url')
  return url === undefined ? undefined : [mediaAt(url, medium)]
}

function readInputAudio(part: JsonObject): Part {
  const audio = objectOf(part, 'input_audio')
  const format = textOf(audio, 'format')
  return mediaOf(textOf(audio, 'data'), format && `audio/${format}`, 'audio')
}

function readFile(part: JsonObject): Part {
  const file = objectOf(part, 'file')
  const data = textOf(file, 'file_data')
  if (data?.startsWith('data:')) return mediaAt(data, 'file')
  if (data !== undefined) return mediaOf(data, undefined)
  return { kind: 'media', medium: 'file', ...given({ reference: textOf(file, 'file_id') }) }
}

function readToolCalls(message: JsonObject): Part[] {
  const legacy = objectOf(message, 'function_call')
  const calls = objectsOf(message, 'tool_calls').map((call) => {
    const details = objectOf(call, 'function') ?? objectOf(call, 'custom')
    return toolCall(
      textOf(call, 'id'),
      textOf(details, 'name'),
      memberOf(details, 'arguments') ?? memberOf(details, 'input'),
    )
  })
  return legacy ? [...calls, toolCall(undefined, textOf(legacy, 'name'), legacy.arguments)] : calls
}

function readAudio(message: JsonObject): Part[] {
  const audio = objectOf(message, 'audio')
  if (!audio) return []
  const data = textOf(audio, 'data')
  const reference = data === undefined ? textOf(audio, 'id') : undefined
  return [{ ...mediaOf(data, undefined, 'audio'), ...given({ reference }) }, ...textPart(audio.transcript)]
}

/** Lists the names of the offered tools. */
export function readChatTools(request: JsonObject): string[] {
  return [...objectsOf(request, 'tools'), ...objectsOf(request, 'functions')].map(toolName)
}
