/** Remembers that a handler exists that can answer for any session. */
export declare function registerHandler(): void;
/**
 * Refuses to begin a test if no MSW handler could answer from its cassette.
 *
 * @param path the cassette's path
 * @throws CassetteSessionError
 */
export declare function assertHandlersRegistered(path: string): void;
