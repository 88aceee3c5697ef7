import { isJsonObject, type JsonObject } from './json-value.ts'

/** A JSON-RPC 2.0 message: a request, a notification or a response. */
interface JsonRpcMessage extends JsonObject {
  readonly jsonrpc: '2.0'
}

/** Lists the messages of a JSON value: one, or those of a batch; empty if it is not JSON-RPC. */
export function messagesOf(value: unknown): JsonRpcMessage[] {
  const messages = Array.isArray(value) ? value : [value]
  return messages.every(isMessage) ? messages : []
}

function isMessage(value: unknown): value is JsonRpcMessage {
  return isJsonObject(value) && value.jsonrpc === '2.0'
}

/** Tells whether a message is a request or a notification. */
export function isCall(message: JsonObject): boolean {
  return typeof message.method === 'string'
}

/** The token under which a request expects its progress, see the Model Context Protocol; undefined if it has none. */
export function progressTokenOf({ params }: JsonObject): unknown {
  const meta = isJsonObject(params) ? params._meta : undefined
  return isJsonObject(meta) ? meta.progressToken : undefined
}
