import type { TimedBody } from './timing.ts';
/**
 * How chunks get to the client. `socket`: MSW 3 writes them to a socket, and joins chunks of the same macrotask. `msw2`: MSW 2
 * or a page's service worker passes them on. `direct`: the client reads the stream itself.
 */
export type Transport = 'socket' | 'msw2' | 'direct';
/** The end of a stream that stays open until the client leaves. */
export interface StreamEnd {
    /** For how many ms the client can read on; `Infinity` for no limit. */
    readonly patience: number;
    /** Called when a client has read on for that long. Its result is the error that the client gets. */
    fail(): Error;
}
/**
 * Replays a body as a stream in which each piece is a separate chunk. A piece is read from the recording only when the client
 * requests it, and arrives in a turn of the event loop of its own: whatever the client does between two pieces takes effect.
 *
 * @param body the pieces and their delays
 * @param signals the signals of the client and the session; if one aborts, the stream fails with its reason
 * @param openEnd if given, the stream stays open after its last piece
 */
export declare function replayStream(body: TimedBody, signals: readonly AbortSignal[], transport?: Transport, openEnd?: StreamEnd): ReadableStream<Uint8Array>;
