import { decodeUtf8 } from '../body/decode-utf8.ts'
import { hasEqualBytes } from '../bytes/byte-view.ts'
import { replaceJson } from '../json/json-offset.ts'
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

/** Returns undefined if the text is not JSON-RPC. Only a batch that changes is written again. */
function restoreIn(text: string, ids: Ids): string | undefined {
  const value = parseJson(text)
  const messages = messagesOf(value)
  if (messages.length === 0) return undefined
  if (isJsonObject(value)) return findIds(value, ids).reduce((json, { path, to }) => replaceJson(json, path, to), text)
  const restored = messages.map((message) => restoreIn(writeJson(message), ids) ?? '')
  return restored.every((json, index) => json === writeJson(messages[index])) ? text : `[${restored.join()}]`
}

function restoreInEvents(text: string, ids: Ids): string {
  return text.replace(/(?<=^|[\r\n])(data: ?)([^\r\n]+)/g, (line, prefix: string, data: string) => {
    const restored = restoreIn(data, ids)
    return restored === undefined ? line : prefix + restored
  })
}

/** A value that changes, and its new JSON. */
interface ChangedId {
  readonly path: readonly string[]
  readonly to: string
}

/** A request of the server has its own id, and only a response and a progress notification refer to the client's. */
function findIds(message: JsonObject, { ids, tokens }: Ids): ChangedId[] {
  if (!isCall(message)) return findId(message, ['id'], ids)
  if (message.method !== 'notifications/progress' || !isJsonObject(message.params)) return []
  return findId(message.params, ['params', 'progressToken'], tokens)
}

function findId(object: JsonObject, path: readonly string[], values: ReadonlyMap<string, unknown>): ChangedId[] {
  const name = path.at(-1) ?? ''
  const from = Object.hasOwn(object, name) ? writeJson(object[name]) : undefined
  const value = from === undefined ? undefined : values.get(from)
  const to = value === undefined ? from : writeJson(value)
  return to === undefined || to === from ? [] : [{ path, to }]
}
