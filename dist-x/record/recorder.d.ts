import type { IncomingRequest } from '../http/incoming-request.ts';
import type { Transport } from '../stream/replay-stream.ts';
import type { Capture, OngoingExchange } from './capture-exchange.ts';
/** A place in the order of exchanges, reserved for one request. */
export interface Reservation {
    /**
     * Sends the request and records the exchange.
     *
     * @param transport how the chunks of the response get to the caller
     * @returns the response as it arrives
     * @throws the network's own error, as `fetch` throws it
     */
    record(request: IncomingRequest, transport: Transport): Promise<Response>;
    /** Frees the place of a request that is not recorded. It has no effect on an exchange that is under way. */
    release(): void;
}
/** How to treat an exchange that is still under way after a second. */
export type Pending = 'keep' | 'abort';
/** Sends a request to the network, see `captureExchange`. */
export type SendRequest = (request: IncomingRequest, abortController: AbortController, transport: Transport) => Promise<OngoingExchange>;
/**
 * Records exchanges in the order in which they were requested. An exchange that its caller left is recorded with an open end.
 * One that the network cut short, or that was not answered, is never taken for a recording.
 */
export declare class Recorder {
    #private;
    /** @param onComplete called whenever `take` might return something new */
    constructor({ send, onComplete }: {
        send: SendRequest;
        onComplete: () => void;
    });
    /** Reserves the next place. Call it when a request arrives, before any `await`. */
    reserve(): Reservation;
    /** Takes the complete exchanges, up to the first one that is still under way. */
    take(): Capture[];
    /** The exchanges that `take` has not returned yet and that have a response, as far as it has arrived. */
    get answered(): Capture[];
    /** Waits up to a second for exchanges that are under way. Those that are aborted then have an open end. */
    settle(pending: Pending): Promise<void>;
}
