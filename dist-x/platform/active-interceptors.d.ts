/** The part of an interceptor of MSW that is used here. */
interface Interceptor {
    readonly readyState?: unknown;
    on(event: 'request', listener: (event: never) => unknown): unknown;
    /** In MSW 3. */
    readonly listeners?: (event: 'request') => readonly unknown[];
    readonly emitter?: {
        /** In MSW 2. */
        listeners?(event: 'request'): readonly unknown[];
        /** In MSW 3: like `on`, but before all other listeners. */
        earlyOn?(event: 'request', listener: (event: never) => unknown): unknown;
    };
}
/** The interceptors of MSW that are active in this process. */
export interface ActiveInterceptors {
    /** The major version of MSW; undefined if no server is listening. */
    readonly major: 2 | 3 | undefined;
    /** Publishes the requests: in MSW 3 those of all sockets, in MSW 2 those of `fetch`. */
    readonly source: Interceptor | undefined;
}
/** Finds the interceptors of MSW. They are on the global object, because several copies of MSW share them. */
export declare function activeInterceptors(): ActiveInterceptors;
export {};
