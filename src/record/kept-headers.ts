import type { HeaderPair } from '../cassette.ts'

const REQUEST = ['accept', 'content-type', 'content-encoding', 'user-agent']

/** What a client acts on when it replays: what the body is, when to try again, where to go next. */
const RESPONSE = [
  'content-disposition',
  'content-type',
  'link',
  'location',
  'retry-after',
  'retry-after-ms',
  'x-goog-upload-status',
  'x-goog-upload-url',
  'x-should-retry',
]

/**
 * The headers of an exchange that are kept. All others stay off the disk: what is not there can't leak, and does not make
 * a diff of every recording.
 *
 * @param headers all of them
 * @param side of which message
 * @param more names to keep besides
 */
export function keepHeaders(
  headers: readonly HeaderPair[],
  side: 'request' | 'response',
  more: readonly string[],
): HeaderPair[] {
  const kept = new Set([...(side === 'request' ? REQUEST : RESPONSE), ...more.map((name) => name.toLowerCase())])
  return headers.filter(([name]) => kept.has(name.toLowerCase())).map(([name, value]) => [toCanonicalName(name), value])
}

/** As Go writes header names, and so go-vcr: `Content-Type`. */
function toCanonicalName(name: string): string {
  return name.replace(/(?<![A-Za-z\d])[a-z]/g, (start) => start.toUpperCase())
}
