import type { Lines } from './lines.ts';
/**
 * Reads a map in block style, and moves to the line after it. It bails on a line without a key and on a repeated key.
 *
 * @param lines on the line of the first key
 * @param read reads the value of the current line's key, and moves to the line after it
 */
export declare function readMap(lines: Lines, read: (key: string) => void): void;
/** Moves to the first line of the map that is the value of the current line's key. */
export declare function enterMap(lines: Lines): void;
