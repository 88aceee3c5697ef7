import { type HeaderPair } from '../cassette.ts';
/** An HTTP request, recorded or received. The request of an `Interaction` is one, and so is an intercepted request. */
export interface HttpRequest {
    readonly method: string;
    readonly url: string;
    readonly headers: Headers | readonly HeaderPair[];
    readonly body: Uint8Array<ArrayBuffer>;
}
/** The content type of a request; empty if it has none. */
export declare function contentTypeOf({ headers }: HttpRequest): string;
/** The headers of a request as `Headers`. */
export declare function headersOf({ headers }: Pick<HttpRequest, 'headers'>): Headers;
/**
 * Encodes header text as `Headers` accepts it: characters beyond latin1 become their UTF-8 bytes, one character for each, as on
 * the wire.
 *
 * @param value a header's value as recorded
 */
export declare function toByteString(value: string): string;
