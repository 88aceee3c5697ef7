/**
 * The signal of a request. It keeps the request: the signal of a `Request` that was garbage collected never aborts. On MSW 2,
 * nothing else keeps it after the response has begun.
 */
export declare function signalOf(request: Request): AbortSignal;
