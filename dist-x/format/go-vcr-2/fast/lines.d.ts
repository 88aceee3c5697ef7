import { type ByteView } from '../../../bytes/byte-view.ts';
import { type Line } from './line.ts';
/** A cursor over the lines of a text, in its bytes. The text ends with a line break. */
export declare class Lines {
    #private;
    readonly bytes: Uint8Array<ArrayBuffer>;
    /** The same bytes, for searching. */
    readonly view: ByteView;
    /** The current line. */
    line: Line;
    /** Its number, counted from 1. */
    number: number;
    /** The offset of its first byte. */
    start: number;
    /** The indentation of its content. */
    indent: number;
    constructor(bytes: Uint8Array<ArrayBuffer>);
    get isEnd(): boolean;
    /** The offset of the current line's line break. */
    get end(): number;
    /** The offset of the current line's value; `end` if it has none. */
    get value(): number;
    /** The value of the current line as written. */
    get valueText(): string;
    next(): void;
    /** Moves to the line that begins at an offset. */
    goTo(start: number, number: number): void;
    /** Whether the current line is a list item with this indentation. */
    isItem(indent: number): boolean;
    /** Skips the dash of a list item: the content of the line then begins after it. */
    consumeDash(): void;
}
