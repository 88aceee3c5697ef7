/**
 * Gives a recorded JSON-RPC response the ids and progress tokens of the received request: a client waits forever for the
 * response to its own id.
 *
 * @param body the recorded response: a message, a batch, or an event stream of them
 * @param recorded the body of the recorded request
 * @param received the body of the received request
 * @returns the same bytes if no id differs
 */
export declare function restoreMessageIds(body: Uint8Array<ArrayBuffer>, recorded: Uint8Array<ArrayBuffer>, received: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
