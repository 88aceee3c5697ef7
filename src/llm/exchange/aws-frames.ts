import { crc32 } from 'node:zlib'
import { findFrameEnds } from '../../stream/frames.ts'

const PRELUDE_BYTES = 12
const CHECKSUM_BYTES = 4

/**
 * Detects an event stream of AWS by the checksum of its first message. Recordings can have its content type redacted.
 *
 * @see https://docs.aws.amazon.com/transcribe/latest/dg/event-stream.html
 */
export function isAwsStream(body: Uint8Array): boolean {
  return body.length >= PRELUDE_BYTES + CHECKSUM_BYTES && hasChecksum(body.subarray(0, PRELUDE_BYTES))
}

/** Lists the messages of an event stream, without those that were cut or changed: an SDK accepts no wrong checksum. */
export function toAwsFrames(body: Uint8Array): Uint8Array[] {
  const ends = findFrameEnds(body, 'messages')
  return ends.map((end, index) => body.subarray(ends[index - 1] ?? 0, end)).filter(hasChecksum)
}

/** Checks the last four bytes, which are the CRC of all bytes before them. */
function hasChecksum(bytes: Uint8Array): boolean {
  const end = bytes.length - CHECKSUM_BYTES
  return end >= 0 && new DataView(bytes.buffer, bytes.byteOffset + end).getUint32(0) === crc32(bytes.subarray(0, end))
}
