import type { ByteView } from '../../../bytes/byte-view.ts';
import { type Line } from './line.ts';
/** Reads the lines of a file. Most short lines occur many times in a cassette, and each of them is parsed once. */
export declare class LineCache {
    #private;
    constructor(bytes: Uint8Array, view: ByteView);
    /** Reads the line that begins at an offset. Equal short lines are the same object. */
    read(start: number): Line;
}
/** Whether `LineCache` can return the same object for another place in the file. */
export declare function isShort({ length }: Line): boolean;
/** The offset of the next line break. */
export declare function endOfLine(view: ByteView, from: number): number;
