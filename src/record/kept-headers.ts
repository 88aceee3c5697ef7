import type { HeaderPair } from '../cassette.ts'

const REQUEST = ['accept', 'content-type', 'content-encoding', 'mcp-protocol-version', 'user-agent']

/** Headers that a client uses during replay: the type of the body, when to retry, where to continue, the session of an MCP server. */
const RESPONSE = [
  'content-disposition',
  'content-type',
  'link',
  'location',
  'mcp-session-id',
  'retry-after',
  'retry-after-ms',
  'sec-websocket-protocol',
  'x-goog-upload-status',
  'x-goog-upload-url',
  'x-should-retry',
]

/**
 * Selects the headers of an exchange to record. All others stay off the disk: they can't leak, and they do not change the
 * file with each recording.
 *
 * @param headers all headers of the message
 * @param side the kind of message
 * @param more the names of further headers to keep
 */
export function keepHeaders(
  headers: readonly HeaderPair[],
  side: 'request' | 'response',
  more: readonly string[],
): HeaderPair[] {
  const kept = new Set([...(side === 'request' ? REQUEST : RESPONSE), ...more.map((name) => name.toLowerCase())])
  return headers.filter(([name]) => kept.has(name.toLowerCase())).map(([name, value]) => [toCanonicalName(name), value])
}

/** Spells a header name as Go and go-vcr do: `Content-Type`. */
function toCanonicalName(name: string): string {
  return name.replace(/(?<![A-Za-z\d])[a-z]/g, (start) => start.toUpperCase())
}
