/**
 * Converts an offset in a text to a line and a column, both counted from 1.
 *
 * @param text the whole text
 * @param offset in UTF-16 units
 */
export declare function locateOffset(text: string, offset: number): {
    line: number;
    column: number;
};
