import type { Cassette } from '../cassette.ts';
import type { Presence } from '../options/mode.ts';
/**
 * The source of a cassette: in Node a path (relative to the working directory) or a `file:` URL, also as text; anywhere a
 * parsed cassette or the text of one. A string that contains a line break or begins like JSON is text.
 */
export type CassetteSource = string | URL | Cassette;
/** A cassette that was found, or that is going to be recorded. */
export interface LoadedCassette {
    readonly cassette: Cassette;
    readonly presence: Presence;
    /** The absolute path; undefined for a cassette in memory. */
    readonly file?: string;
    /** The text of the file that is going to be replaced by a new recording. */
    readonly text?: string;
}
/** How to handle a cassette that does not exist and can't be recorded: throw, or use an empty one in which each request is a mismatch. */
export type IfMissing = 'throw' | 'empty';
/** Tells the text of a cassette from a path. */
export declare function isCassetteText(source: CassetteSource): source is string;
/** Tells a parsed cassette from everything else that a caller can pass. */
export declare function isCassette(source: unknown): source is Cassette;
/** A cassette without a file. */
export declare function toLoadedCassette(cassette: Cassette): LoadedCassette;
