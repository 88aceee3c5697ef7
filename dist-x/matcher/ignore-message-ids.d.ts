/**
 * Ignores the ids and progress tokens of JSON-RPC requests: clients count them, so they depend on everything that a client
 * sent before. A replayed response gets those of the received request, see `replay/`.
 *
 * @param body a JSON value, which is not changed
 */
export declare function ignoreMessageIds(body: unknown): unknown;
