import { type JsonObject } from './json-value.ts';
/** A JSON-RPC 2.0 message: a request, a notification or a response. */
interface JsonRpcMessage extends JsonObject {
    readonly jsonrpc: '2.0';
}
/** Lists the messages of a JSON value: one, or those of a batch; empty if it is not JSON-RPC. */
export declare function messagesOf(value: unknown): JsonRpcMessage[];
/** Tells whether a message is a request or a notification. */
export declare function isCall(message: JsonObject): boolean;
/** The token under which a request expects its progress, see the Model Context Protocol; undefined if it has none. */
export declare function progressTokenOf({ params }: JsonObject): unknown;
export {};
