import { fromBase64 } from '../../bytes/base64.ts'
import { findHeader, type HeaderPair } from '../../cassette.ts'
import type { MapReader } from '../document/map-reader.ts'
import { readLenientBody } from '../document/read-lenient.ts'

/**
 * Reads the body of a response. ExVCR marks bytes with `binary`. PHP-VCR writes base64 if the headers suggest bytes.
 *
 * @param check checks a body that is text
 */
export function readResponseBody(
  response: MapReader,
  headers: readonly HeaderPair[],
  check: (body: unknown) => unknown,
): Uint8Array<ArrayBuffer> {
  // The text is the name of the error.
  if (response.value('type') === 'error') return new Uint8Array()
  const body = check(response.written('Body') ?? response.written('body'))
  if (typeof body !== 'string') return readLenientBody(body)
  if (response.value('binary') === true)
    return fromErlangTerm(body) ?? response.fail('body', 'must be a binary of Erlang in base64, as "binary" says')
  return (isPhpBase64(headers) ? fromBase64(body) : undefined) ?? readLenientBody(body)
}

/** Erlang's `term_to_binary` of a binary: 131, 109, and the length in four bytes. */
function fromErlangTerm(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = fromBase64(text)
  if (bytes?.[0] !== 131 || bytes[1] !== 109 || bytes.length < 6) return undefined
  return new DataView(bytes.buffer).getUint32(2) === bytes.length - 6 ? bytes.subarray(6) : undefined
}

function isPhpBase64(headers: readonly HeaderPair[]): boolean {
  return (
    (findHeader(headers, 'content-type')?.includes('application/x-gzip') ?? false) ||
    findHeader(headers, 'content-transfer-encoding') === 'binary'
  )
}
