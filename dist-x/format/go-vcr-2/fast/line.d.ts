import { type ByteView } from '../../../bytes/byte-view.ts';
import type { LineScalar } from './line-scalar.ts';
/** The properties of a line that do not depend on its place in the file. */
export interface Line {
    /** In bytes, without the line break. */
    readonly length: number;
    /** The number of spaces at its start. */
    readonly indent: number;
    /** `item`: its content begins with the dash of a list. */
    readonly kind: 'blank' | 'item' | 'other';
    /** The name before the colon; undefined if there is none, or if YAML does not read it as text. */
    readonly key: string | undefined;
    /** The start of the value within the line: after the colon of the key, else after the dash, else after the spaces. */
    readonly valueAt: number;
    /** The value as written, as a scalar and as a number: each is computed on first use. */
    text: string | undefined;
    scalar: LineScalar | undefined;
    integer: number | undefined;
}
/** Reads the line between an offset and its line break. */
export declare function readLine(bytes: Uint8Array, view: ByteView, start: number, end: number): Line;
/** The line after the last. */
export declare const END: Line;
