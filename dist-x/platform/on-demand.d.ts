/** A part of the library that Node has from the start, and that a page loads on first use. */
export declare class OnDemand<T> {
    #private;
    /** @param load returns the part, or a promise of it; called once */
    constructor(load: () => T | Promise<T>);
    /** Loads the part. Returns undefined if there is nothing to wait for, so that callers in Node stay synchronous. */
    load(): Promise<void> | undefined;
    /** Whether the part is being loaded. */
    get isLoading(): boolean;
    /** The part. It must have been loaded. */
    get value(): T;
}
