import { mediaType } from '../body/content-type.ts'
import { hasTerminalEvent } from './has-terminal-event.ts'

/**
 * Tells whether the rest of a body is worth waiting for after its reader has left: its length is known, it is not a stream, or
 * the last event of the stream has arrived.
 *
 * @param response the response to which the body belongs
 * @param bytes the body up to now
 */
export function expectsEnd({ status, headers }: Pick<Response, 'status' | 'headers'>, bytes: Uint8Array): boolean {
  // Clients cancel the body of an error before they retry, and that of a redirect before they follow it.
  if (status >= 300 || headers.has('content-length')) return true
  const contentType = headers.get('content-type') ?? ''
  // Such as a 202 whose chunked body is empty.
  if (contentType === '' && bytes.length === 0) return true
  return isJsonObject(contentType, bytes) || hasTerminalEvent(bytes, contentType)
}

/** A JSON object is one value, even if it arrives in pieces. A list can be a stream. */
function isJsonObject(contentType: string, bytes: Uint8Array): boolean {
  if (!/[/+]json$/.test(mediaType(contentType))) return false
  const first = bytes.find((byte) => byte > 0x20)
  return first === undefined || first === OPENING_BRACE
}

const OPENING_BRACE = 0x7b
