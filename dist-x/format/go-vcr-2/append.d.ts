import type { Interaction } from '../../cassette.ts';
/** The end of the list of interactions in a file. */
export interface ListEnd {
    /** How many interactions there are. */
    readonly count: number;
    /** The spaces before each item's dash. */
    readonly indent: string;
    /** In bytes. The bytes before `keep` precede the added interactions, and those from `end` follow them. */
    readonly keep: number;
    readonly end: number;
    /** Whether the bytes before `keep` end with a line break. */
    readonly lineBreak: 'present' | 'absent';
}
/**
 * Finds the place for new interactions in a go-vcr version 2 file. Existing bytes stay as they are, except that an empty list `[]`
 * is replaced.
 *
 * @param bytes a valid file
 * @returns undefined if the file is compressed, JSON, or in YAML's flow style: nothing can be added to it
 */
export declare function findListEnd(bytes: Uint8Array<ArrayBuffer>): ListEnd | undefined;
/**
 * Writes interactions for a place in a file.
 *
 * @param added the interactions, in file order
 * @param place undefined if there is no file
 * @returns the text for the place, and the place for the next interactions
 */
export declare function writeAdditions(added: readonly Interaction[], place: ListEnd | undefined): AddedText;
/** A text that adds interactions. */
interface AddedText {
    readonly text: string;
    readonly next: ListEnd;
}
export {};
