import { crc32 } from 'node:zlib'

/**
 * Encodes a message of an AWS event stream.
 *
 * @see https://docs.aws.amazon.com/transcribe/latest/dg/event-stream.html
 */
export function encodeAwsFrame(headers: Readonly<Record<string, string>>, payload: unknown): Buffer {
  const encoded = Buffer.concat(Object.entries(headers).map(([name, value]) => encodeHeader(name, value)))
  const body = Buffer.from(JSON.stringify(payload))
  const prelude = Buffer.alloc(8)
  prelude.writeUInt32BE(12 + encoded.length + body.length + 4, 0)
  prelude.writeUInt32BE(encoded.length, 4)
  const message = Buffer.concat([prelude, checksumOf(prelude), encoded, body])
  return Buffer.concat([message, checksumOf(message)])
}

/** A message with the headers of an event. */
export function encodeAwsEvent(type: string, payload: unknown): Buffer {
  return encodeAwsFrame({ ':event-type': type, ':content-type': 'application/json', ':message-type': 'event' }, payload)
}

function encodeHeader(name: string, value: string): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(Buffer.byteLength(value))
  return Buffer.concat([Buffer.of(name.length), Buffer.from(name), Buffer.of(7), length, Buffer.from(value)])
}

function checksumOf(bytes: Buffer): Buffer {
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(bytes))
  return checksum
}
