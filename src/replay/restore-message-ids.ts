import { decodeUtf8 } from '../body/decode-utf8.ts'
import { hasEqualBytes } from '../bytes/byte-view.ts'
import { isCall, messagesOf, progressTokenOf } from '../json/json-rpc.ts'
import { isJsonObject, type JsonObject } from '../json/json-value.ts'
import { parseJson } from '../json/parse-json.ts'
import { writeJson } from '../json/write-json.ts'

/** Recorded ids and tokens, as JSON, and those that the client uses now. */
interface Ids {
  readonly ids: ReadonlyMap<string, unknown>
  readonly tokens: ReadonlyMap<string, unknown>
}

/**
 * Gives a recorded JSON-RPC response the ids and progress tokens of the received request: a client waits forever for the
 * response to its own id.
 *
 * @param body the recorded response: a message, a batch, or an event stream of them
 * @param recorded the body of the recorded request
 * @param received the body of the received request
 * @returns the same bytes if no id differs
 */
export function restoreMessageIds(
  body: Uint8Array<ArrayBuffer>,
  recorded: Uint8Array<ArrayBuffer>,
  received: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  if (body.length === 0 || hasEqualBytes(recorded, received)) return body
  const ids = pairIds(readMessages(recorded), readMessages(received))
  const text = ids && decodeUtf8(body)
  if (!ids || text === undefined) return body
  const restored = restoreIn(text, ids) ?? restoreInEvents(text, ids)
  return restored === text ? body : new TextEncoder().encode(restored)
}

function readMessages(body: Uint8Array): JsonObject[] {
  // `{` or `[`: most bodies are not parsed a second time.
  const text = body[0] === 0x7b || body[0] === 0x5b ? decodeUtf8(body) : undefined
  return text?.includes('"jsonrpc"') ? messagesOf(parseJson(text)) : []
}

function pairIds(recorded: readonly JsonObject[], received: readonly JsonObject[]): Ids | undefined {
  if (recorded.length === 0 || recorded.length !== received.length) return undefined
  const pairs = recorded.flatMap((message, index) => {
    const other = received[index]
    return other && isCall(message) ? [[message, other] as const] : []
  })
  return {
    ids: new Map(pairs.map(([a, b]) => [writeJson(a.id), b.id])),
    tokens: new Map(pairs.map(([a, b]) => [writeJson(progressTokenOf(a)), progressTokenOf(b)])),
  }
}

/** Returns undefined if the text is not JSON-RPC. Only a text that changes is written again. */
function restoreIn(text: string, ids: Ids): string | undefined {
  const value = parseJson(text)
  const messages = messagesOf(value)
  if (messages.length === 0) return undefined
  const restored = messages.map((message) => restoreMessage(message, ids))
  if (restored.every((message, index) => message === messages[index])) return text
  return writeJson(Array.isArray(value) ? restored : restored[0])
}

function restoreInEvents(text: string, ids: Ids): string {
  return text.replace(/(?<=^|[\r\n])(data: ?)([^\r\n]+)/g, (line, prefix: string, data: string) => {
    const restored = restoreIn(data, ids)
    return restored === undefined ? line : prefix + restored
  })
}

/** A request of the server has its own id, and only a response and a progress notification refer to the client's. */
function restoreMessage(message: JsonObject, { ids, tokens }: Ids): JsonObject {
  if (!isCall(message)) return replaceMember(message, 'id', ids)
  if (message.method !== 'notifications/progress' || !isJsonObject(message.params)) return message
  const params = replaceMember(message.params, 'progressToken', tokens)
  return params === message.params ? message : { ...message, params }
}

function replaceMember(object: JsonObject, name: string, values: ReadonlyMap<string, unknown>): JsonObject {
  const key = writeJson(object[name])
  const value = values.get(key)
  return value === undefined || writeJson(value) === key ? object : { ...object, [name]: value }
}
