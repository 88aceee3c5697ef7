/** Registers a cassette that a test opened with `openCassette` or `fromCassette`, so that it is not reported as obsolete. */
export declare function registerOpenedCassette(file: string): void;
/** Returns the absolute paths of the cassettes that were registered since the last call. */
export declare function drainOpenedCassettes(): string[];
