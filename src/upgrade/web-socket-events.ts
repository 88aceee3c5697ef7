import type { ConnectionClose } from '../http/web-socket-end.ts'

/**
 * Creates the event of a connection that failed.
 *
 * @param error has the whole text of a mismatch
 */
export function errorEvent(error: unknown): Event {
  const message = error instanceof Error ? error.message : String(error)
  return define(new Event('error'), { message, error })
}

/** Creates the event of a connection that has ended. Node 20 has no `CloseEvent`. */
export function closeEvent({ code, reason }: ConnectionClose): Event {
  return define(new Event('close'), { code, reason, wasClean: code !== BROKEN })
}

/** The code of a connection that broke without a close frame: RFC 6455, section 7.4.1. */
export const BROKEN = 1006

function define(event: Event, fields: Readonly<Record<string, unknown>>): Event {
  for (const [name, value] of Object.entries(fields)) Object.defineProperty(event, name, { value, enumerable: true })
  return event
}
