/**
 * Draws the line of an error with a caret under it, as compilers do.
 *
 * @param text the whole text
 * @param place the error; line and column are counted from 1
 * @returns two lines; a long line is cut to 80 characters around the error
 */
export declare function caretFrame(text: string, place: {
    line: number;
    column: number;
}): string;
