/** Counts the keys of each map while a YAML file is divided into tokens. */
export declare class KeyCounter {
    #private;
    /**
     * @param token the next token of the YAML package's lexer
     * @returns the number of keys that its map has so far; 0 for all other tokens
     */
    add(token: string): number;
}
