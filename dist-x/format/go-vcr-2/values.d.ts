import type { RecordedChunk } from '../../cassette.ts';
/** Reads `code: 404` and `status: 404 Not Found`. Either can be absent. The status is 0 if both lack one. */
export declare function parseStatus(status?: string, code?: number): {
    status: number;
    statusText: string;
};
/** Whether a response with this status can be replayed. */
export declare function isFinalStatus(status: number): boolean;
/**
 * Reads `31@0 45@12.5`: the size of each chunk in bytes and its time in ms after the headers.
 *
 * @returns undefined if the text is anything else
 */
export declare function parseChunks(text: string): RecordedChunk[] | undefined;
