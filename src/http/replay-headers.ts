import type { HeaderPair } from '../cassette.ts'
import { toByteString } from './http-request.ts'

/** They describe the recorded transfer and not this one: with them, clients wait for ever or decode what is plain. */
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

/** The headers of a response as they are sent again. */
export function toReplayHeaders(recorded: readonly HeaderPair[]): Headers {
  const headers = new Headers()
  for (const [name, value] of recorded) {
    if (!TRANSFER_HEADERS.has(name.toLowerCase())) headers.append(name, toByteString(value).replace(CONTROLS, ''))
  }
  return headers
}

/** Node ends the whole process where MSW sends one of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const CONTROLS = /[\u0000-\u0008\u000a-\u001f\u007f]/g
