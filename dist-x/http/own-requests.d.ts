/** Marks the requests that a function sends as those of this library, which go to the real network on purpose. */
export declare function runAsOwnRequest<Result>(fn: () => Result): Result;
/** Tells whether the current asynchronous call belongs to such a request. */
export declare function isOwnRequest(): boolean;
