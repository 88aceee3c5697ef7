/**
 * Waits for a time. It uses the current `globalThis.setTimeout`, so fake timers control it.
 *
 * @param ms milliseconds; 0 sets no timer
 * @param signals each of them ends the wait early
 * @returns a promise that resolves after the time or when a signal aborts; it never rejects
 */
export declare function sleep(ms: number, signals: readonly AbortSignal[]): Promise<void>;
