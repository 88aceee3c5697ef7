/** Stops the fast reader: the YAML parser then reads the whole file, or reports what is wrong. */
export declare function bail(): never;
/**
 * Runs a reader that can bail.
 *
 * @returns its result; undefined if it bailed
 */
export declare function orFallBack<T>(read: () => T): T | undefined;
