/**
 * Creates an `AbortController` without Node's max-listeners warning: each response in progress listens to the signal, and
 * Node 20 warns about the eleventh listener.
 */
export declare function createUnlimitedController(): AbortController;
