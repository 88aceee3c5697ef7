import { isJsonObject, type JsonObject } from '../../json/json-value.ts'
import { numberOf, objectOf, objectsOf } from '../../json/members.ts'
import type { StreamEvent } from '../../stream/stream-event.ts'
import { appendText } from '../parts/append-text.ts'
import { IndexedList } from '../parts/indexed-list.ts'

/** Joins the chunks of a stream into a chat completion. */
export function assembleChatCompletion(events: readonly StreamEvent[]): JsonObject {
  const completion: JsonObject = {}
  const choices = new IndexedList(createChoice)
  for (const { json: chunk } of events) {
    if (!isJsonObject(chunk)) continue
    for (const name of ['model', 'usage', 'x_groq']) completion[name] = chunk[name] ?? completion[name]
    for (const piece of objectsOf(chunk, 'choices')) addPiece(choices.at(numberOf(piece, 'index') ?? 0), piece)
  }
  return { ...completion, choices: choices.toList().map(toChoice) }
}

interface Choice {
  readonly message: JsonObject
  readonly toolCalls: IndexedList<JsonObject>
  finishReason?: string
}

function createChoice(): Choice {
  return { message: {}, toolCalls: new IndexedList(() => ({})) }
}

function addPiece(choice: Choice, piece: JsonObject): void {
  if (typeof piece.finish_reason === 'string') choice.finishReason = piece.finish_reason
  // Some providers repeat the whole message in their last chunk.
  const delta = objectOf(piece, 'delta')
  if (delta) addDelta(choice, delta)
}

/** Members that arrive in pieces. */
const TEXTS = ['refusal', 'reasoning', 'reasoning_content']
const LISTS = ['reasoning_details', 'images']

function addDelta({ message, toolCalls }: Choice, delta: JsonObject): void {
  addContent(message, delta.content)
  for (const name of TEXTS) appendText(message, name, delta[name])
  for (const name of LISTS)
    if (objectsOf(delta, name).length > 0) message[name] = append(message[name], objectsOf(delta, name))
  for (const call of objectsOf(delta, 'tool_calls')) addToolCall(toolCalls, call)
  message.function_call = joinTexts(message.function_call, delta.function_call)
  message.audio = joinTexts(message.audio, delta.audio)
}

/** The content of Mistral's reasoning models is a list of parts, and a text afterwards. */
function addContent(message: JsonObject, content: unknown): void {
  if (Array.isArray(content)) message.content = append(message.content, content)
  else if (Array.isArray(message.content) && content) message.content = append(message.content, [content])
  else appendText(message, 'content', content)
}

/** Changes the list in place: a stream can have thousands of pieces. */
function append(before: unknown, pieces: readonly unknown[]): unknown[] {
  const list = Array.isArray(before) ? before : before ? [before] : []
  for (const piece of pieces) list.push(piece)
  return list
}

/** Google leaves out the index and sends each call complete. */
function addToolCall(toolCalls: IndexedList<JsonObject>, piece: JsonObject): void {
  const index = numberOf(piece, 'index')
  const call = index === undefined && typeof piece.id === 'string' ? toolCalls.add() : toolCalls.at(index)
  if (piece.id) call.id = piece.id
  const { function: details, custom } = piece
  if (isJsonObject(details)) call.function = joinTexts(call.function, details)
  if (isJsonObject(custom)) call.custom = joinTexts(call.custom, custom)
}

/** Members that arrive in pieces; others, such as the name of a tool, arrive complete. */
const DETAILS = ['arguments', 'input', 'data', 'transcript']

function joinTexts(before: unknown, piece: unknown): unknown {
  if (!isJsonObject(piece)) return before
  const target = isJsonObject(before) ? before : {}
  for (const name of ['id', 'name']) if (piece[name]) target[name] = piece[name]
  for (const name of DETAILS) {
    // Ollama sends the arguments as an object.
    if (isJsonObject(piece[name])) target[name] = piece[name]
    else appendText(target, name, piece[name])
  }
  return target
}

function toChoice({ message, toolCalls, finishReason }: Choice): JsonObject {
  return { message: { ...message, tool_calls: toolCalls.toList() }, finish_reason: finishReason }
}
