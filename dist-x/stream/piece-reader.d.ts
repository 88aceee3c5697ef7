import type { TimedBody } from './timing.ts';
/**
 * Reads the pieces of a body one after the other. Clients get views of a copy, because they can write into a chunk or transfer
 * it, and the recording must not change.
 */
export declare class PieceReader {
    #private;
    /** The index of the next piece, and its offset in the body. */
    next: number;
    constructor({ bytes, ends }: TimedBody, memory: 'copied' | 'shared');
    get isEnd(): boolean;
    read(): Uint8Array<ArrayBuffer>;
}
