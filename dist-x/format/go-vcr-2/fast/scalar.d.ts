import { type ByteView } from '../../../bytes/byte-view.ts';
import { type Block } from './block.ts';
import { type LineScalar } from './line-scalar.ts';
import type { Lines } from './lines.ts';
/** A valid scalar: its range in the file, without its quotes, and its encoding. */
export type Scalar = LineScalar | Block;
/** Reads the value of the current line, and moves to the line after it. */
export declare function readScalar(lines: Lines): Scalar;
/** Reads the value of the current line as a scalar of one line, and moves to the next line. */
export declare function readLineScalar(lines: Lines): LineScalar;
/** Reads the value of the current line as text, and moves to the next line. */
export declare function readText(lines: Lines): string;
/** Reads a whole number, and moves to the next line. */
export declare function readInteger(lines: Lines): number;
/** Reads `true` or `false`, and moves to the next line. */
export declare function readFlag(lines: Lines): boolean;
/** The text of a scalar. It bails on a block. */
export declare function scalarText(view: ByteView, scalar: Scalar): string;
/** Decodes a scalar to bytes, which can be a part of the file's bytes. Call this only once per scalar. */
export declare function takeBytes(bytes: Uint8Array<ArrayBuffer>, view: ByteView, scalar: Scalar): Uint8Array<ArrayBuffer>;
/** The decoded length of a scalar, in bytes. */
export declare function scalarLength(view: ByteView, scalar: Scalar): number;
