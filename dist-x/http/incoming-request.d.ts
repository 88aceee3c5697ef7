import type { HttpRequest } from './http-request.ts';
/** Options of `fetch`, with those that only some platforms and clients have. */
type SentInit = RequestInit & {
    /** Node's `fetch` has it: a dispatcher of undici, such as a proxy. */
    readonly dispatcher?: unknown;
    /** Clients that were written for node-fetch pass it: an agent of `node:https`. */
    readonly agent?: unknown;
};
/** A received request that waits for its answer. */
export interface IncomingRequest extends HttpRequest {
    readonly headers: Headers;
    /** Aborts when the client leaves. */
    readonly signal: AbortSignal;
    /** The caller's options of `session.fetch`, for the request to the network. */
    readonly init?: SentInit;
}
/** Reads a request and its body. */
export declare function readRequest(request: Request): Promise<IncomingRequest>;
export {};
