/** The real time in ms since 1970, even if a test fakes `Date`. */
export declare function currentTime(): number;
/** The real time in ms since an arbitrary moment, even if a test fakes `performance`. It never goes back. */
export declare function elapsedTime(): number;
/**
 * Calls a function after a real time, even if a test fakes the timers.
 *
 * @returns a function that cancels the call
 */
export declare function startTimer(callback: () => void, ms: number): () => void;
/** Tells real timers from those of fake-timers (Vitest, Jest, sinon) and of Jest's legacy implementation. */
export declare function isReal(timer: object): boolean;
