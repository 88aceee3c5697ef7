import { isJsonObject, type JsonObject } from '../../json/json-value.ts'
import { listOf, numberOf, objectOf, textOf } from '../../json/members.ts'
import type { StreamEvent } from '../../stream/stream-event.ts'
import { appendText } from '../parts/append-text.ts'
import { IndexedList } from '../parts/indexed-list.ts'

/** Joins the events of a stream into a response. The last event contains the whole response, except in a stream that was cut. */
export function assembleResponse(events: readonly StreamEvent[]): JsonObject {
  let response: JsonObject = {}
  const items = new IndexedList(createItem)
  for (const { json: event } of events) {
    if (!isJsonObject(event)) continue
    response = objectOf(event, 'response') ?? response
    const index = numberOf(event, 'output_index')
    if (index !== undefined) addToItem(items.at(index), event)
  }
  const isWhole = listOf(response, 'output').length > 0
  return isWhole ? response : { ...response, output: items.toList().map(toItem) }
}

interface Item {
  value: JsonObject
  readonly content: IndexedList<JsonObject>
  readonly summary: IndexedList<JsonObject>
}

function createItem(): Item {
  return { value: {}, content: new IndexedList(() => ({})), summary: new IndexedList(() => ({})) }
}

function addToItem(item: Item, event: JsonObject): void {
  const type = textOf(event, 'type') ?? ''
  const whole = objectOf(event, 'item')
  if (whole) item.value = type.endsWith('.done') ? whole : withoutParts(whole)
  else if (type.endsWith('.delta')) addDelta(item, type, event)
}

function withoutParts({ content, summary, ...item }: JsonObject): JsonObject {
  return item
}

function addDelta({ value, content, summary }: Item, type: string, event: JsonObject): void {
  const texts = PARTS[type]
  if (texts) {
    const list = texts.of === 'content' ? content : summary
    const part = list.at(numberOf(event, `${texts.of}_index`))
    part.type = texts.type
    appendText(part, texts.member, event.delta)
  }
  const member = MEMBERS[type]
  if (member) appendText(value, member, event.delta)
}

interface PartDelta {
  /** The list that contains the part. */
  readonly of: 'content' | 'summary'
  readonly type: string
  /** The member that contains the text. */
  readonly member: string
}

const PARTS: Partial<Record<string, PartDelta>> = {
  'response.output_text.delta': { of: 'content', type: 'output_text', member: 'text' },
  'response.refusal.delta': { of: 'content', type: 'refusal', member: 'refusal' },
  'response.reasoning_text.delta': { of: 'content', type: 'reasoning_text', member: 'text' },
  'response.reasoning_summary_text.delta': { of: 'summary', type: 'summary_text', member: 'text' },
}

const MEMBERS: Partial<Record<string, string>> = {
  'response.function_call_arguments.delta': 'arguments',
  'response.mcp_call_arguments.delta': 'arguments',
  'response.custom_tool_call_input.delta': 'input',
}

/** The item of a stream that was cut has only the parts whose pieces have arrived. */
function toItem({ value, content, summary }: Item): JsonObject {
  return { content: content.toList(), summary: summary.toList(), ...value }
}
