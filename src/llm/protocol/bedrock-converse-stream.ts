import { isJsonObject, type JsonObject } from '../../json/json-value.ts'
import { numberOf, objectOf, textOf } from '../../json/members.ts'
import { parseJson } from '../../json/parse-json.ts'
import type { StreamEvent } from '../../stream/stream-event.ts'
import { appendText } from '../parts/append-text.ts'
import { IndexedList } from '../parts/indexed-list.ts'

/** Joins the events of a stream into the answer of Converse. */
export function assembleConverse(events: readonly StreamEvent[]): JsonObject {
  const answer: JsonObject = {}
  const blocks = new IndexedList<JsonObject>(() => ({}))
  for (const { json } of events) {
    if (!isJsonObject(json)) continue
    const event = toConverseEvent(json)
    for (const name of ['stopReason', 'usage']) answer[name] = event[name] ?? answer[name]
    if ('contentBlockIndex' in event) addToBlock(blocks.at(numberOf(event, 'contentBlockIndex')), event)
  }
  return { ...answer, output: { message: { content: blocks.toList().map(toBlock) } } }
}

/** ConverseStream names its events in a header; InvokeModel wraps them in a member with that name. */
export function toConverseEvent(json: JsonObject): JsonObject {
  const [[name, inner] = [], ...others] = Object.entries(json).filter(([key]) => key !== 'p')
  const isWrapped = others.length === 0 && name !== undefined && WRAPPERS.has(name)
  return isWrapped && isJsonObject(inner) ? inner : json
}

const WRAPPERS = new Set([
  'messageStart',
  'contentBlockStart',
  'contentBlockDelta',
  'contentBlockStop',
  'messageStop',
  'metadata',
])

function addToBlock(block: JsonObject, event: JsonObject): void {
  Object.assign(block, objectOf(event, 'start'))
  const delta = objectOf(event, 'delta')
  appendText(block, 'text', delta?.text)
  const reasoning = objectOf(delta, 'reasoningContent')
  if (reasoning) {
    const text = objectOf(objectOf(block, 'reasoningContent'), 'reasoningText') ?? {}
    appendText(text, 'text', reasoning.text)
    block.reasoningContent = { reasoningText: text }
  }
  const input = textOf(objectOf(delta, 'toolUse'), 'input')
  if (input === undefined) return
  const toolUse = objectOf(block, 'toolUse') ?? {}
  appendText(toolUse, 'input', input)
  block.toolUse = toolUse
}

function toBlock(block: JsonObject): JsonObject {
  const toolUse = objectOf(block, 'toolUse')
  if (!toolUse) return block
  const { input } = toolUse
  return {
    toolUse: { ...toolUse, input: typeof input === 'string' && input !== '' ? (parseJson(input) ?? input) : {} },
  }
}
