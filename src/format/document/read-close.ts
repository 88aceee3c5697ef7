import type { WebSocketClose, WebSocketPeer } from '../../cassette.ts'
import { isCloseCode, isCloseReason, MAX_REASON_BYTES } from '../close-limits.ts'
import type { MapReader } from './map-reader.ts'

/**
 * Reads how a WebSocket connection closed: a map with `from`, `code` and `reason`.
 *
 * @throws CassetteParseError
 */
export function readClose(close: MapReader): WebSocketClose {
  const from = readPeer(close)
  const code = close.integer('code') ?? close.fail('code', 'is missing: it is a code such as 1000')
  if (!isCloseCode(code)) close.fail('code', `is ${code}, and a connection closes with a code from 1000 to 4999`)
  const reason = close.text('reason') ?? ''
  if (!isCloseReason(reason)) close.fail('reason', `has more than ${MAX_REASON_BYTES} bytes, which no close frame has`)
  return { from, code, reason }
}

/** Reads the field `from` of a frame or a close. */
export function readPeer(map: MapReader): WebSocketPeer {
  const from = map.requiredText('from')
  if (from === 'client' || from === 'server') return from
  map.fail('from', `is ${JSON.stringify(from.slice(0, 40))}, and must be client or server`)
}
