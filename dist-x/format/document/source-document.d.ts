/** A path into a document: map keys and list indexes. */
export type Path = readonly (string | number)[];
/** A parsed YAML or JSON file: its plain value, and the position of each part. */
export interface SourceDocument {
    /** The file's name, as the caller spelled it. */
    readonly file: string;
    /** Plain objects, arrays, strings, numbers, bigints, booleans, null, and bytes for `!!binary`. */
    readonly value: unknown;
    /** Whether the text ends with a line break. Every writer writes one, so without it the file may have been cut. */
    readonly ending: 'line-break' | 'open';
    /** The line on which the value at a path begins, counted from 1. Undefined in JSON, where finding it means scanning the text. */
    lineOf(path: Path): number | undefined;
    /**
     * Refuses the document because of the value at a path.
     *
     * @param path the wrong value; if it is absent, the message shows its nearest parent
     * @param problem describes what is wrong and what would be right
     * @throws CassetteParseError always
     */
    fail(path: Path, problem: string): never;
}
/**
 * Parses the text of a cassette file. A document with a YAML error is refused as a whole.
 *
 * @param file its name, for messages
 * @throws CassetteParseError with the position of the error
 */
export declare function parseSource(text: string, file: string): SourceDocument;
