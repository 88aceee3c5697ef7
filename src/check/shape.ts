import type { Interaction } from '../cassette.ts'
import { isJsonObject } from '../json/json-value.ts'
import { readExchange } from '../llm/exchange/read-exchange.ts'
import { readConversation } from '../llm/read-conversation.ts'
import type { StreamEvent } from '../stream/stream-event.ts'

/** The form of an answer, without its texts: two answers to one request have the same. */
export interface Shape {
  readonly status: number
  /** `json`, `events`, `text` and so on. */
  readonly kind: string
  /** The types at each JSON path; in a stream, the path begins with the name of the event. */
  readonly types: ReadonlyMap<string, ReadonlySet<string>>
  /** The names of the events in their order, each once for all in a row. */
  readonly events: readonly string[]
  readonly finishReasons: readonly string[]
}

/** Describes the form of the answer of an interaction. */
export function shapeOf(interaction: Interaction): Shape {
  const { status, response } = readExchange(interaction)
  const types = new Map<string, Set<string>>()
  const events = response.kind === 'events' ? response.events : []
  if (response.kind === 'json') addTypes(response.value, '$', types)
  for (const event of events) addTypes(event.json, nameOf(event), types)
  const answers = readConversation(interaction)?.answers ?? []
  return {
    status,
    kind: response.kind,
    types,
    events: events.map(nameOf).filter((name, index, names) => name !== names[index - 1]),
    finishReasons: answers.flatMap(({ finishReason }) => finishReason ?? []),
  }
}

/** Providers name an event in the stream, or by a member of its data. */
function nameOf({ name, data, json }: StreamEvent): string {
  if (name !== undefined) return name
  const type = isJsonObject(json) ? json.type : undefined
  if (typeof type === 'string') return type
  return json === undefined ? data.trim().slice(0, 20) : 'data'
}

/** Items of a list have one path. The reader of JSON limits the depth. */
function addTypes(value: unknown, path: string, types: Map<string, Set<string>>): void {
  if (value === undefined) return
  const known = types.get(path) ?? new Set()
  types.set(path, known.add(typeOf(value)))
  if (Array.isArray(value)) for (const item of value) addTypes(item, `${path}[*]`, types)
  else if (isJsonObject(value))
    for (const [key, member] of Object.entries(value)) addTypes(member, `${path}.${key}`, types)
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  return isJsonObject(value)
    ? 'object'
    : typeof value === 'bigint' || typeof value === 'object'
      ? 'number'
      : typeof value
}
