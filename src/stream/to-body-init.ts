import { isReplayBody, type ReplayBody } from './replay-body.ts'
import { replayStream, type Transport } from './replay-stream.ts'

/** Converts the body of an answer to that of a `Response`: a recorded body becomes a stream. */
export function toBodyInit(
  body: ReplayBody | ReadableStream<Uint8Array> | string | null,
  transport: Transport,
): ReadableStream<Uint8Array> | string | null {
  return isReplayBody(body) ? replayStream(body, transport) : body
}
