/**
 * Writes a text as a YAML scalar that every YAML 1.1 and 1.2 reader reads as the same characters: plain if that is safe, else
 * single-quoted if it is one line, else a block if that is safe, else double-quoted with escapes.
 *
 * @param text any text without lone surrogates
 * @param indent the spaces before the key; a block is indented by two more
 */
export declare function writeText(text: string, indent: string): string;
/**
 * Writes a text as the key of a mapping, with its colon. A key is written on one line, because a block can't be a key. A long
 * key is written after a question mark, because libyaml (Go, Python, Ruby) refuses it otherwise.
 *
 * @param text any text without lone surrogates
 * @returns whole lines, without indentation
 */
export declare function writeKey(text: string): string[];
/**
 * Writes bytes as text if they are UTF-8, otherwise as `!!binary`.
 *
 * @param text the decoded bytes; undefined if they are not UTF-8
 * @param indent the spaces before the key
 */
export declare function writeBytes(bytes: Uint8Array, text: string | undefined, indent: string): string;
