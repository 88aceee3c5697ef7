import type { HeaderPair } from '../../cassette.ts';
import type { MapReader } from './map-reader.ts';
/**
 * Reads headers in any of the shapes that recorders use: a map of values or of lists, a list of pairs, a list of maps with
 * `name` and `value`, or a list that alternates names and values. Pseudo-headers of HTTP/2 (`:authority`) are skipped.
 *
 * @throws CassetteParseError if the headers have another shape, or if a name or a value is not valid in HTTP
 */
export declare function readLenientHeaders(reader: MapReader, key: string): HeaderPair[];
/** Reads a body: text, bytes, nothing, or a tree that the recorder parsed. A tree is converted back to JSON. */
export declare function readLenientBody(value: unknown): Uint8Array<ArrayBuffer>;
/** Reads a reason phrase: text, or bytes (old versions of Ruby). Anything else is an empty phrase. */
export declare function readLenientReason(value: unknown): string;
/** Reads a method in upper or lower case. Ruby symbols such as `:get` are accepted. */
export declare function readLenientMethod(reader: MapReader, key?: string): string;
/** Most writers put the status last, so a missing status reveals a file that was cut between two lines. */
export declare const NO_STATUS = "is missing, as in a file that was cut: every recorded response has a status. Restore the file, or add the status";
/** Reads a status: a number, or text that begins with one. Every writer writes a status: without it, the file may be cut. */
export declare function readLenientStatus(reader: MapReader, key: string): number;
