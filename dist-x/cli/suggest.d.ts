/**
 * Suggests a known word for one that is possibly misspelled.
 *
 * @param word the unknown word
 * @param known the known words
 * @returns a sentence with a leading space; empty if no known word is similar
 */
export declare function suggest(word: string, known: readonly string[]): string;
