import { toBinaryString } from '../bytes/binary-string.ts'
import { findHeader, type HeaderPair } from '../cassette.ts'

/** An HTTP request, recorded or received. The request of an `Interaction` is one, and so is an intercepted request. */
export interface HttpRequest {
  readonly method: string
  readonly url: string
  readonly headers: Headers | readonly HeaderPair[]
  readonly body: Uint8Array<ArrayBuffer>
}

/** The content type of a request; empty if it has none. */
export function contentTypeOf({ headers }: HttpRequest): string {
  const value = headers instanceof Headers ? headers.get('content-type') : findHeader(headers, 'content-type')
  return value ?? ''
}

/** The headers of a request as `Headers`. */
export function headersOf({ headers }: Pick<HttpRequest, 'headers'>): Headers {
  // Not `instanceof`: test environments with a document have a class of their own.
  return 'get' in headers ? headers : new Headers(headers.map(([name, value]) => [name, toByteString(value)]))
}

/**
 * Encodes header text as `Headers` accepts it: characters beyond latin1 become their UTF-8 bytes, one character for each, as on
 * the wire.
 *
 * @param value a header's value as recorded
 */
export function toByteString(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what a header can carry.
  if (/^[\u0000-\u00ff]*$/.test(value)) return value
  return toBinaryString(new TextEncoder().encode(value))
}
