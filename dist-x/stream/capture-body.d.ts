import type { OpenEnd, RecordedChunk } from '../cassette.ts';
import type { Transport } from './replay-stream.ts';
/** A body with the chunks in which it arrived. */
export interface CapturedBody {
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly chunks: readonly RecordedChunk[];
    /** Given if the client left before the end. */
    readonly openEnd?: OpenEnd;
}
/** A body to capture. */
interface BodyToCapture {
    /** The response from the network. */
    readonly response: Response;
    /** Aborts when the client gives up. */
    readonly client: AbortSignal;
    /** Ends the exchange with the network; aborted here if the client has left and the end is not about to arrive. */
    readonly abortController: AbortController;
    /** How the chunks get to the client. */
    readonly transport: Transport;
}
/**
 * Captures a body while it is passed on to its reader, chunk by chunk. The body is captured even if nobody reads it, because
 * some clients only need the status.
 *
 * @returns the stream for the reader, a promise of the captured body, which resolves to undefined if the network failed, and a
 *   function that returns the bytes that have arrived so far
 */
export declare function captureBody(exchange: BodyToCapture): {
    stream: ReadableStream<Uint8Array> | null;
    captured: Promise<CapturedBody | undefined>;
    soFar: () => Uint8Array<ArrayBuffer>;
};
export {};
