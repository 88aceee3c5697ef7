/** MSW's own report of an unhandled request. It prints an error; MSW before 2.13 throws it, too. */
interface Printer {
    error(): unknown;
}
/**
 * Options for `server.listen` and `worker.start` with which a request that no handler answers fails, and never reaches the
 * network by accident. MSW's own `'error'` lets a request pass if its path looks like a file, such as `/v1/models.json`. In a
 * page, requests for its own files pass.
 *
 * MSW 2 knows only the first name and MSW 3 only the second; each ignores the other's.
 *
 * @example
 * server.listen(listenOptions)
 */
export declare const listenOptions: {
    readonly onUnhandledRequest: typeof onUnhandledRequest;
    readonly onUnhandledFrame: typeof onUnhandledFrame;
};
declare function onUnhandledRequest(request: Request, print: Printer): void;
declare function onUnhandledFrame({ frame, defaults }: {
    frame: {
        data: unknown;
    };
    defaults: Printer;
}): Promise<void>;
export {};
