import { toPlainBody } from '../body/plain-body.ts'
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
export function contentTypeOf(request: HttpRequest): string {
  return headerOf(request, 'content-type')
}

/** The body of a request, decompressed if it is compressed and the platform can decompress it synchronously. */
export function contentOf(request: HttpRequest): Uint8Array<ArrayBuffer> {
  return toPlainBody(request.body, headerOf(request, 'content-encoding'))
}

/** The value of a header; empty if it is absent. */
export function headerOf({ headers }: Pick<HttpRequest, 'headers'>, name: string): string {
  return ('get' in headers ? headers.get(name) : findHeader(headers, name)) ?? ''
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
