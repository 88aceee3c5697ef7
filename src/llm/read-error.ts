import { isJsonObject, type JsonObject } from '../json/json-value.ts'
import { given, memberOf, objectsOf, textOf } from '../json/members.ts'
import type { StreamEvent } from '../stream/stream-event.ts'
import type { ProviderError } from './conversation.ts'
import type { Exchange } from './exchange/read-exchange.ts'

/** Reads the error of a response, or of an event of its stream. */
export function readError({ status, response }: Exchange): ProviderError | undefined {
  switch (response.kind) {
    case 'events':
      return response.events.map(readErrorEvent).find((error) => error !== undefined)
    case 'json':
      return readErrorBody(response.value, status >= 400 ? 'failed' : 'answered')
    case 'text':
      return status >= 400 && !/^\s*</.test(response.text) ? { message: response.text.trim() } : undefined
  }
  return undefined
}

function readErrorEvent({ name, json, exception }: StreamEvent): ProviderError | undefined {
  const error = readErrorBody(json, name === 'error' || name === 'exception' ? 'failed' : 'answered')
  return error && { ...error, ...given({ type: exception ?? error.type }) }
}

/**
 * All providers wrap the error in one of a few ways.
 *
 * @param outcome whether the body is known to be an error, so that its message is one
 */
function readErrorBody(body: unknown, outcome: 'failed' | 'answered'): ProviderError | undefined {
  // Google sends a list.
  const value = Array.isArray(body) ? body[0] : body
  const inner = memberOf(value, 'error')
  if (isJsonObject(inner)) return describe(inner)
  if (typeof inner === 'string' && inner !== '')
    return { ...given({ type: textOf(value, 'error_type') }), message: inner }
  if (!isJsonObject(value)) return undefined
  const [first] = objectsOf(value, 'errors')
  if (outcome === 'failed' && first) return describe(first)
  return outcome === 'failed' || value.type === 'error' || value.object === 'error' ? describe(value) : undefined
}

function describe(error: JsonObject): ProviderError | undefined {
  const message = textOf(error, 'message') ?? textOf(error, 'Message') ?? textOf(error, 'detail')
  const type = ['type', 'status', '__type', 'code'].map((name) => textOf(error, name)).find(Boolean)
  return message === undefined && type === undefined ? undefined : given({ type, message: message ?? '' })
}
