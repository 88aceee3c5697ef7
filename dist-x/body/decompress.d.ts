import { type RecordedResponse } from '../cassette.ts';
/**
 * Decompresses a body that was recorded in its wire form. The header is not reliable: many recordings keep
 * `content-encoding: gzip` although the body is stored plain. Gzip is therefore detected by its first bytes. Without the
 * header, gzip is also decompressed, except for content types that can be gzip themselves, such as archives. Other encodings
 * have no signature; a body with one of them is plain if it is text.
 *
 * @returns the plain bytes; the stored bytes if they are plain, damaged, or longer than 256 MiB when decompressed
 */
export declare function decompress(response: RecordedResponse): Promise<Uint8Array<ArrayBuffer>>;
