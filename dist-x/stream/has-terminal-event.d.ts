/**
 * Detects whether the last event of a stream has arrived.
 *
 * @param bytes the stream up to now
 * @param contentType of the response
 */
export declare function hasTerminalEvent(bytes: Uint8Array, contentType: string): boolean;
