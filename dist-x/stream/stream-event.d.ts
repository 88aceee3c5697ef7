import type { Framing } from './frames.ts';
/** One event of a stream. */
export interface StreamEvent {
    /** The value of `event:`, or the type of a message of AWS; undefined if it has none. */
    readonly name: string | undefined;
    readonly data: string;
    /** The data as JSON; undefined if it is anything else. */
    readonly json: unknown;
}
/**
 * Reads an event from its bytes.
 *
 * @param frame a frame, as `findFrameEnds` finds it; it can be cut
 * @returns undefined if it has no data
 */
export declare function readStreamEvent(frame: Uint8Array, framing: Framing): StreamEvent | undefined;
