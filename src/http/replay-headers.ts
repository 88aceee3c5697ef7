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

/** Converts recorded headers to those of a replayed response. */
export function toReplayHeaders(recorded: readonly HeaderPair[]): Headers {
  const headers = new Headers()
  for (const [name, value] of recorded) {
    if (!TRANSFER_HEADERS.has(name.toLowerCase())) headers.append(name, toByteString(value).replace(CONTROLS, ''))
  }
  return headers
}

/** Node ends the process if MSW sends one of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are removed.
const CONTROLS = /[\u0000-\u0008\u000a-\u001f\u007f]/g
