/** A text in one of its decoded forms. */
export interface Decoding {
    readonly text: string;
    /** How it was decoded, for messages, such as `in base64`; empty for forms that need no explanation. */
    readonly how: string;
}
/**
 * Lists the forms of a text in which a credential can be hidden: the text itself, the text without escapes, the joined pieces
 * of a stream, and decoded base64.
 */
export declare function possibleDecodings(text: string): Generator<Decoding>;
