/** Blocks the thread for some ms. Fake timers do not affect it. */
export declare function block(ms: number): void;
