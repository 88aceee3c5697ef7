import { isJsonObject, type JsonObject } from '../../json/json-value.ts'
import { numberOf, objectOf } from '../../json/members.ts'
import { parseJson } from '../../json/parse-json.ts'
import type { StreamEvent } from '../../stream/stream-event.ts'
import { appendText } from '../parts/append-text.ts'
import { IndexedList } from '../parts/indexed-list.ts'

/** Joins the events of a stream into a message. */
export function assembleMessage(events: readonly StreamEvent[]): JsonObject {
  const message: JsonObject = {}
  const blocks = new IndexedList<JsonObject>(() => ({}))
  for (const { json: event } of events) if (isJsonObject(event)) addEvent(message, blocks, event)
  return { ...message, content: blocks.toList().map(toBlock) }
}

function addEvent(message: JsonObject, blocks: IndexedList<JsonObject>, event: JsonObject): void {
  switch (event.type) {
    case 'message_start':
      Object.assign(message, objectOf(event, 'message'))
      break
    case 'content_block_start':
      Object.assign(blocks.at(numberOf(event, 'index')), objectOf(event, 'content_block'))
      break
    case 'content_block_delta':
      addDelta(blocks.at(numberOf(event, 'index')), objectOf(event, 'delta') ?? {})
      break
    case 'message_delta':
      Object.assign(message, objectOf(event, 'delta'))
      message.usage = { ...objectOf(message, 'usage'), ...givenTokens(objectOf(event, 'usage') ?? {}) }
  }
}

/** The last event has all counts, or only those that have changed. */
function givenTokens(usage: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(usage).filter(([, count]) => count !== null && count !== undefined))
}

function addDelta(block: JsonObject, delta: JsonObject): void {
  switch (delta.type) {
    case 'text_delta':
      block.type ??= 'text'
      appendText(block, 'text', delta.text)
      break
    case 'thinking_delta':
      block.type ??= 'thinking'
      appendText(block, 'thinking', delta.thinking)
      break
    case 'input_json_delta':
      block.type ??= 'tool_use'
      appendText(block, INPUT_TEXT, delta.partial_json)
  }
}

/** The input arrives as pieces of JSON. The block begins with an empty one. */
const INPUT_TEXT = ' input'

function toBlock({ [INPUT_TEXT]: input, ...block }: JsonObject): JsonObject {
  return typeof input === 'string' && input !== '' ? { ...block, input: parseJson(input) ?? input } : block
}
