import type { Interaction } from '../cassette.ts';
import type { IncomingRequest } from '../http/incoming-request.ts';
import type { Transport } from '../stream/replay-stream.ts';
/** An exchange exactly as it happened. */
export interface Capture {
    readonly interaction: Interaction;
    /** All headers of the request. */
    readonly sent: Headers;
    /** All headers of the response. */
    readonly received: Headers;
}
/** An exchange that is under way. */
export interface OngoingExchange {
    /** The response as it arrives. */
    readonly response: Response;
    /** Resolves when the body has ended, or its client has left it; undefined if the network failed. */
    readonly captured: Promise<Capture | undefined>;
    /** The exchange as far as it has arrived. */
    soFar(): Capture;
}
/**
 * Sends a request to the network and captures the exchange while the caller reads it.
 *
 * @param request the request to send
 * @param abortController ends the exchange
 * @param transport how the chunks of the response get to the caller
 * @throws the network's own error, as `fetch` throws it
 */
export declare function captureExchange(request: IncomingRequest, abortController: AbortController, transport: Transport): Promise<OngoingExchange>;
