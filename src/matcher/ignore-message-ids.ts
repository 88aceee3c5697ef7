import { isCall, messagesOf, progressTokenOf } from '../json/json-rpc.ts'
import { isJsonObject, type JsonObject } from '../json/json-value.ts'

/**
 * Ignores the ids and progress tokens of JSON-RPC requests: clients count them, so they depend on everything that a client
 * sent before. A replayed response gets those of the received request, see `replay/`.
 *
 * @param body a JSON value, which is not changed
 */
export function ignoreMessageIds(body: unknown): unknown {
  if (messagesOf(body).length === 0) return body
  return Array.isArray(body) ? body.map(ignoreIds) : ignoreIds(body as JsonObject)
}

function ignoreIds(message: JsonObject): JsonObject {
  // The id of a response is the server's own, which was recorded.
  if (!isCall(message)) return message
  const { id = null, params } = message
  // A notification has no id, and differs from a request.
  const named = id === null ? message : { ...message, id: '(id)' }
  if (!isJsonObject(params)) return named
  if (message.method === 'notifications/cancelled') return { ...named, params: { ...params, requestId: '(id)' } }
  if (progressTokenOf(message) === undefined) return named
  return { ...named, params: { ...params, _meta: { ...(params._meta as JsonObject), progressToken: '(token)' } } }
}
