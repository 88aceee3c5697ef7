import { type RecordedResponse } from '../cassette.ts';
import { type Check } from '../options/checks.ts';
/**
 * How fast a recording is replayed. `'instant'`: without delay. `'recorded'`: with the recorded time to the first byte, and with
 * the recorded times of the chunks if the cassette contains them. `{ speed: 2 }`: the same, twice as fast. `TimingRates`:
 * with delays that do not depend on the recording.
 *
 * Delays use the current `globalThis.setTimeout`, so fake timers control them.
 */
export type Timing = 'instant' | 'recorded' | TimingRates | {
    readonly speed: number;
};
/** Delays that do not depend on the recording. */
export interface TimingRates {
    /** Milliseconds until the response's headers and the first event arrive. Default 0. */
    readonly firstByte?: number;
    /** Default: no limit. */
    readonly bytesPerSecond?: number;
    /** Default: no limit. If `bytesPerSecond` is set too, the slower rate applies. */
    readonly eventsPerSecond?: number;
}
/** A body in pieces, with a delay before each. */
export interface TimedBody {
    readonly bytes: Uint8Array<ArrayBuffer>;
    /** The end offset of each piece. */
    readonly ends: readonly number[];
    /** Milliseconds to wait before the piece of this index. */
    delay(index: number): number;
}
/** Milliseconds until the response's headers are sent. */
export declare function firstByteDelay({ duration }: RecordedResponse, timing: Timing): number;
/** Splits a body into pieces and plans their delays. */
export declare function timeBody(bytes: Uint8Array<ArrayBuffer>, contentType: string, { chunks }: RecordedResponse, timing: Timing): TimedBody;
/** Checks the option `timing`. */
export declare const checkTiming: Check;
