import type { HeaderPair } from '../cassette.ts'
import { toByteString } from './http-request.ts'

/** They describe the recorded transfer, not the replay: with them, clients would wait forever or decode plain bytes. */
const TRANSFER_HEADERS = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'proxy-connection',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** With them, SDKs wait before they retry: seconds or a date, and milliseconds. */
const RETRY_HEADERS = ['retry-after', 'retry-after-ms']

/**
 * Converts recorded headers to those of a replayed response.
 *
 * @param retries `immediate`: clients that retry are told to wait 0 seconds; `recorded`: as long as they were told
 */
export function toReplayHeaders(
  recorded: readonly HeaderPair[],
  retries: 'immediate' | 'recorded' = 'recorded',
): Headers {
  const headers = new Headers()
  for (const [name, value] of recorded) {
    if (!TRANSFER_HEADERS.has(name.toLowerCase())) headers.append(name, toByteString(value).replace(CONTROLS, ''))
  }
  if (retries === 'immediate') for (const name of RETRY_HEADERS) if (headers.has(name)) headers.set(name, '0')
  return headers
}

/** Node ends the process if MSW sends one of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are removed.
const CONTROLS = /[\u0000-\u0008\u000a-\u001f\u007f]/g
