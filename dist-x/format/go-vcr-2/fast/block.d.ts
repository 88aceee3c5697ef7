import type { ByteView } from '../../../bytes/byte-view.ts';
import type { Lines } from './lines.ts';
/** A block scalar: whole lines, from its first to the line break of its last. */
export interface Block {
    readonly style: 'block' | 'binary';
    readonly from: number;
    /** The end of the last line that has content. */
    readonly to: number;
    /** The number of spaces before each line. */
    readonly indent: number;
    /** The length of the decoded value, in bytes. */
    readonly length: number;
}
/**
 * Finds the extent of the block scalar that begins on the current line, and moves to the line after it. It bails on
 * indentation indicators, on lines of only spaces, and on blocks without content.
 */
export declare function skipBlock(lines: Lines): Block;
/**
 * Decodes a block. The indentation of text is removed in place, so that a large file is not in memory twice. Call this only
 * once per block.
 */
export declare function takeBlock(bytes: Uint8Array<ArrayBuffer>, view: ByteView, block: Block): Uint8Array<ArrayBuffer>;
