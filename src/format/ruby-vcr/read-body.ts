import { inflate, isGzip } from '../../body/inflate.ts'
import { fromBase64 } from '../../bytes/base64.ts'
import { isJsonObject } from '../../json/json-value.ts'
import type { MapReader } from '../document/map-reader.ts'
import { readForm } from '../document/read-form.ts'
import { readLenientBody } from '../document/read-lenient.ts'
import { fromRequestBase64 } from '../document/request-base64.ts'
import { encodeText } from './encode-text.ts'

/** The library that wrote a file, if it is another than Ruby's VCR or Betamax. */
export type RubyVcrWriter = 'R' | 'other'

/**
 * Reads the body of a message: text, or a map with `string` or `base64_string`. R's vcr 2 also has `raw_gzip` and `fields`.
 *
 * @throws CassetteParseError if the body is not in the file, or if its encoding is unknown
 */
export function readRubyBody(
  message: MapReader,
  { side, writer }: { side: 'request' | 'response'; writer: RubyVcrWriter },
): Uint8Array<ArrayBuffer> {
  if (!isJsonObject(message.value('body'))) return readLenientBody(message.written('body'))
  const body = message.map('body')
  refuseFile(body)
  if (body.value('base64_string') !== undefined) return readBase64(body, side)
  if (body.value('raw_gzip') !== undefined) return inflateField(body)
  if (body.value('fields') !== undefined) return readForm(body, 'fields')
  if (writer === 'R' && isFalse(body)) return new Uint8Array()
  const text = body.written('string')
  return typeof text === 'string' ? encode(body, text) : readLenientBody(text)
}

/** R's vcr 1 writes FALSE for no body: `no` in YAML 1.1. The text "no" has quotes there. */
function isFalse(body: MapReader): boolean {
  return body.value('string') === false || body.document.plainText([...body.path, 'string']) === 'no'
}

/** R's vcr can leave a body in a file of its own: `file: yes` with its path in `string`, or `on_disk: PATH`. */
function refuseFile(body: MapReader): void {
  const file = body.written('file')
  const key = body.value('on_disk') !== undefined ? 'on_disk' : 'file'
  if (key === 'file' && file !== true && !(typeof file === 'string' && /^(?:y|yes|true|on)$/i.test(file))) return
  body.fail(
    key,
    'means that the body is in another file, which this library does not read. Record it without writing to disk',
  )
}

/** Ruby ignores everything that is not base64. A request is read in the same way: redaction has often damaged its base64. */
function readBase64(body: MapReader, side: 'request' | 'response'): Uint8Array<ArrayBuffer> {
  const text = body.text('base64_string') ?? ''
  const bytes = side === 'request' ? fromRequestBase64(text.replace(/[^A-Za-z\d+/=]/g, '')) : fromBase64(text)
  return bytes ?? body.fail('base64_string', 'must be base64, and is not')
}

/** R calls it gzip, but writes zlib's format. */
function inflateField(body: MapReader): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(body.text('raw_gzip') ?? '') ?? body.fail('raw_gzip', 'must be base64, and is not')
  try {
    return inflate(bytes, isGzip(bytes) ? 'gzip' : 'deflate')
  } catch (cause) {
    return body.fail('raw_gzip', `can't be decompressed: ${cause instanceof Error ? cause.message : cause}`)
  }
}

/** Ruby and Python convert the text to its recorded encoding before they play it. */
function encode(body: MapReader, text: string): Uint8Array<ArrayBuffer> {
  const encoding = body.text('encoding') ?? ''
  return (
    encodeText(text, encoding) ??
    body.fail(
      'encoding',
      `is ${JSON.stringify(encoding)}, which this library can't write. Replace "string" with the bytes in base64, as "base64_string"`,
    )
  )
}
