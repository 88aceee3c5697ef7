/**
 * Tells whether the rest of a body is worth waiting for after its reader has left: its length is known, it is not a stream, or
 * the last event of the stream has arrived.
 *
 * @param response the response to which the body belongs
 * @param bytes the body up to now
 */
export declare function expectsEnd({ status, headers }: Pick<Response, 'status' | 'headers'>, bytes: Uint8Array): boolean;
