/**
 * Waits for one macrotask, so that the client receives the previous chunk separately from the next one: MSW 3 joins chunks that
 * are enqueued in the same task. Elsewhere than in Node it is a message, because fake timers do not affect messages.
 */
export declare function tick(): Promise<void>;
