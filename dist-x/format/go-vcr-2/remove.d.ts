/**
 * Removes interactions from the text of a go-vcr version 2 file. The rest is kept byte for byte.
 *
 * @param text the current file
 * @param indexes the interactions to remove, counted from 0
 * @returns the new text; undefined if the file is JSON or in YAML's flow style, or if no interaction would be left
 */
export declare function removeFromGoVcr2(text: string, indexes: readonly number[]): string | undefined;
