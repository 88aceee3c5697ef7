/**
 * Detects a promise that a user's function returned although it must not be asynchronous. Nobody waits for it, so that its rejection
 * would end the process: it is ignored.
 */
export declare function ignoreRejection(value: unknown): 'promise' | 'value';
