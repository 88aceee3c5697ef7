import type { LazyRequest } from './follow-redirects.ts';
/** The arguments of a `fetch`. */
interface FetchArguments {
    readonly request: LazyRequest;
    readonly redirect: Request['redirect'];
}
/**
 * Reads the arguments of a `fetch`, without a `Request` if possible: creating one costs more than everything else.
 *
 * @throws TypeError for arguments that `fetch` refuses: a relative URL, a GET with a body
 */
export declare function toFetchArguments(input: RequestInfo | URL, init?: RequestInit): FetchArguments;
export {};
