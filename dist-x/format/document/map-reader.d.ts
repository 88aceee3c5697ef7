import type { HeaderPair } from '../../cassette.ts';
import type { Path, SourceDocument } from './source-document.ts';
/** Reads the fields of a map in a source document. The error for a value of the wrong type has the position of that value. */
export declare class MapReader {
    #private;
    readonly document: SourceDocument;
    readonly path: Path;
    /** @throws CassetteParseError if the value is not a map */
    constructor(document: SourceDocument, value: unknown, path: Path);
    /** The raw value of a field; undefined if it is absent or null. */
    value(key: string): unknown;
    /** Whether a field exists, even if it is null. */
    has(key: string): boolean;
    /** The names of the first five fields, for messages. */
    keys(): string[];
    /** A field that is a map; an empty map if it is absent. */
    map(key: string): MapReader;
    /** A field that is a list of maps; an empty list if it is absent. */
    maps(key: string): MapReader[];
    /** A field that is text, or UTF-8 bytes: old versions of Ruby wrote some texts as bytes. */
    text(key: string): string | undefined;
    /** A field that is text and must not be absent or empty. */
    requiredText(key: string): string;
    /** A field that is a whole number. */
    integer(key: string): number | undefined;
    /** A field that is text or `!!binary`, as bytes; empty if it is absent. */
    bytes(key: string): Uint8Array<ArrayBuffer>;
    /** A field that maps header names to a value or a list of values. */
    headers(key: string): HeaderPair[];
    /** Refuses a field of this map. */
    fail(key: string, problem: string): never;
}
