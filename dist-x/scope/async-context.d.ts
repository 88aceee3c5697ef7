/** A value that follows asynchronous calls, so that concurrent tests each see their own. */
export interface AsyncContext<T> {
    get(): T | undefined;
    run<R>(value: T, fn: () => R): R;
}
/** Creates a context, with Node's `AsyncLocalStorage` if there is one. */
export declare function createAsyncContext<T>(): AsyncContext<T>;
